// The exact sum of floating-point numbers: an integer so long that no addition rounds (Kulisch's accumulator).
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace reductions {

// Adds up to 2^63 finite, non-negative numbers exactly, in any order.
class ExactAccumulator {
public:
    // The term may be a float, because every float is a double.
    void add(double term);

    // The sum, rounded once to the nearest T, ties to even; infinity if it is too large for a T. A sum of floats is
    // rounded to float here, because rounding it to double first would round it twice.
    template <std::floating_point T = double>
    T rounded() const;

    // The largest e such that every term is a whole multiple of 2^e; the largest possible exponent if all terms are 0.
    int common_exponent() const { return common_exponent_; }

private:
    // The sum is Σ digits_[k]·2^(32k - 1074), because 2^-1074 is the smallest double. A digit has room for carries,
    // which are passed on before they overflow it. 70 digits reach 2^1166, which is more than 2^63 times the largest
    // double.
    using Digits = std::array<std::uint64_t, 70>;

    static void pass_carries_on(Digits& digits);

    Digits digits_{};
    std::uint32_t terms_since_carry_ = 0;
    int common_exponent_ = 1024;
};

}  // namespace reductions
