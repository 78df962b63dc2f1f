// The exact sum, rounded once at the end. The order of the additions does not matter, because none of them rounds.
//
// A floating-point number is a whole number times a power of two. For each power there is a place, 128 bits wide, in
// which these whole numbers are added as integers. At the end carries pass from place to place until each place holds
// one bit: the exact sum in binary, which is rounded to the nearest number, ties to even. For integers the plain clause
// is exact. (After U. Kulisch's long accumulator; R. Neal, "Fast exact summation using small and large
// superaccumulators", 2015.)
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "contract/variant.hpp"

namespace reductions::exact_sum {

__extension__ using Integer128 = unsigned __int128;

template <std::floating_point T>
class ExactSum {
    using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    static constexpr int fraction_bits = std::numeric_limits<T>::digits - 1;
    static constexpr std::size_t exponents = std::size_t{1} << (8 * sizeof(T) - 1 - fraction_bits);
    static constexpr int smallest_exponent = std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits;

public:
    // The term must not be negative. Then its bits are its exponent, followed by its fraction (IEEE 754).
    void add(T term) {
        const Bits bits = std::bit_cast<Bits>(term);
        const std::size_t exponent = bits >> fraction_bits;
        const Bits fraction = bits & ((Bits{1} << fraction_bits) - 1);
        if (exponent == 0) {
            places_[0] += fraction;
        } else if (exponent < exponents - 1) {
            places_[exponent - 1] += fraction | (Bits{1} << fraction_bits);
        } else {
            special_ += term;  // infinite or not a number
        }
    }

    void add(const ExactSum& other) {
        for (std::size_t i = 0; i < places_.size(); ++i) places_[i] += other.places_[i];
        special_ += other.special_;
    }

    // Reduces each place to one bit.
    T rounded() {
        if (special_ != 0) return special_;
        std::size_t top = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (i + 1 < places_.size()) places_[i + 1] += places_[i] >> 1;
            places_[i] &= 1;
            if (places_[i] != 0) top = i;
        }
        // The leading 63 bits, and one bit that says whether any lower bit is set. Rounded to fewer bits, these 64 bits
        // give the same number as the whole sum.
        const std::size_t lowest = top < 63 ? 0 : top - 62;
        std::uint64_t leading = 0;
        for (std::size_t i = top + 1; i-- > lowest;) leading = leading << 1 | static_cast<std::uint64_t>(places_[i]);
        const auto first = places_.begin();
        const bool below = std::find(first, first + static_cast<std::ptrdiff_t>(lowest), 1) !=
                           first + static_cast<std::ptrdiff_t>(lowest);
        return std::ldexp(static_cast<T>(leading << 1 | (below ? 1 : 0)),
                          static_cast<int>(lowest) + smallest_exponent - 1);
    }

private:
    std::array<Integer128, exponents + 128> places_{};  // 128 more, for the carries
    T special_ = 0;
};

template <Element T>
Sum<T> exact_sum(View<T> a, View<T> b) {
    if constexpr (std::integral<T>) {
        Wrapping<T> total = 0;
#pragma omp parallel for reduction(+ : total)
        for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
        return static_cast<Sum<T>>(total);
    } else {
        ExactSum<T> total;
#pragma omp parallel
        {
            ExactSum<T> partial;
#pragma omp for nowait
            for (std::size_t i = 0; i < a.size(); ++i) partial.add(squared_difference(a[i], b[i]));
#pragma omp critical
            total.add(partial);
        }
        return total.rounded();
    }
}

extern const Entry entry = {
    .shows = "The exact sum, rounded once: the order of additions does not matter, and the last bit is right.",
    .computation = [](auto a, auto b) { return exact_sum(a, b); },
};

}  // namespace reductions::exact_sum
