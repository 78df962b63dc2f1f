// The exact sum of floating-point numbers: an integer so long that no addition ever rounds (Kulisch's accumulator).
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace ssd {

// Adds up to 2^63 finite numbers that are not negative, in any order, exactly.
class ExactSum {
public:
    // A double or a float; every float is a double.
    void add(double term);

    // The sum, rounded once to the nearest T, ties to even; infinity where it is too large for a T. A sum of floats is
    // rounded to float here, for rounding it to double first would round it twice.
    template <std::floating_point T = double>
    T rounded() const;

    // The largest e such that every term is a whole multiple of 2^e; the largest possible exponent where all are 0.
    int common_exponent() const { return common_exponent_; }

private:
    // The sum is Σ digits_[k]·2^(32k - 1074), for 2^-1074 is the smallest double. A digit has room for carries, which
    // are passed on before they can overflow it. 70 digits reach 2^1166: the largest double 2^63 times and more.
    using Digits = std::array<std::uint64_t, 70>;

    static void pass_carries_on(Digits& digits);

    Digits digits_{};
    std::uint32_t terms_since_carry_ = 0;
    int common_exponent_ = 1024;
};

}  // namespace ssd
