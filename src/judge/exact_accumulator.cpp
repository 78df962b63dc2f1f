// The exact sum of floating-point numbers, digit by digit.
#include "judge/exact_accumulator.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace reductions {
namespace {

constexpr int smallest_exponent = -1074;
constexpr int digit_bits = 32;
constexpr std::uint64_t digit_mask = 0xFFFFFFFF;

}  // namespace

void ExactAccumulator::add(double term) {
    if (term == 0) return;
    // term = mantissa · 2^exponent, with a mantissa of at most 53 bits, taken from the representation (IEEE 754,
    // binary64).
    const auto bits = std::bit_cast<std::uint64_t>(term);
    const auto biased = static_cast<int>(bits >> 52);
    const std::uint64_t fraction = bits & ((std::uint64_t{1} << 52) - 1);
    const std::uint64_t mantissa = biased == 0 ? fraction : fraction | (std::uint64_t{1} << 52);
    const int exponent = std::max(biased, 1) + smallest_exponent - 1;
    common_exponent_ = std::min(common_exponent_, exponent + std::countr_zero(mantissa));

    const auto position = static_cast<std::size_t>(exponent - smallest_exponent);
    const std::size_t digit = position / digit_bits;
    const std::size_t shift = position % digit_bits;
    const std::uint64_t low = (mantissa & digit_mask) << shift;
    const std::uint64_t high = (mantissa >> digit_bits) << shift;
    digits_[digit] += low & digit_mask;
    digits_[digit + 1] += (low >> digit_bits) + (high & digit_mask);
    digits_[digit + 2] += high >> digit_bits;
    if (++terms_since_carry_ == std::uint32_t{1} << 30) {  // each term adds less than 2^33 to a 64-bit digit
        pass_carries_on(digits_);
        terms_since_carry_ = 0;
    }
}

void ExactAccumulator::pass_carries_on(Digits& digits) {
    std::uint64_t carry = 0;
    for (std::uint64_t& digit : digits) {
        digit += carry;
        carry = digit >> digit_bits;
        digit &= digit_mask;
    }
}

template <std::floating_point T>
T ExactAccumulator::rounded() const {
    Digits digits = digits_;
    pass_carries_on(digits);
    std::size_t top = digits.size() - 1;
    while (top > 2 && digits[top] == 0) --top;
    // Unless the sum is small, three digits hold at least its 65 leading bits. Shift them until the leading bit of the
    // sum is the highest of 64 bits, and set the lowest of these if any bit below is set. Rounded to 53 bits or fewer,
    // they give the same number as the whole sum.
    const std::uint64_t upper = (digits[top] << digit_bits) | digits[top - 1];
    const int shift = std::min(std::countl_zero(upper), digit_bits);
    const std::uint64_t lower = digits[top - 2] << shift;
    std::uint64_t leading = (upper << shift) | (lower >> digit_bits);
    const bool rest = (lower & digit_mask) != 0 || std::any_of(digits.begin(), digits.begin() + (top - 2),
                                                               [](std::uint64_t digit) { return digit != 0; });
    leading |= rest ? 1 : 0;
    const int exponent = smallest_exponent + digit_bits * (static_cast<int>(top) - 1) - shift;
    return std::ldexp(static_cast<T>(leading), exponent);
}

template double ExactAccumulator::rounded() const;
template float ExactAccumulator::rounded() const;

}  // namespace reductions
