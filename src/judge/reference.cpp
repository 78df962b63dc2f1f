// The right answers, computed exactly. The arithmetic here shares no code with the variants.
#include "judge/reference.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "judge/exact_accumulator.hpp"
#include "judge/slice_sums.hpp"

namespace reductions {
namespace {

__extension__ using Int128 = __int128;
__extension__ using UnsignedInt128 = unsigned __int128;

// The low bits of a number that fit into T, in two's complement ([conv.integral]/3).
template <typename T>
T wrap(Int128 value) {
    return static_cast<T>(value);
}

template <std::integral T>
Reference<T> integer_reference(View<T> a, View<T> b) {
    UnsignedInt128 sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const T difference = wrap<T>(Int128{a[i]} - Int128{b[i]});
        const T square = wrap<T>(Int128{difference} * Int128{difference});
        sum += static_cast<UnsignedInt128>(Int128{square});
    }
    const auto expected = wrap<std::int64_t>(static_cast<Int128>(sum));
    return {expected, expected, expected, expected, expected};
}

// How far any order of additions may lead away from the sum of n non-negative terms, whose largest is `largest`.
// docs/judging.md derives both bounds. u is the unit roundoff of the type in which the terms are added.
double error_bound(double sum, double largest, double n, double u) {
    const double any_terms = (n - 1) * u * sum;
    const double even_terms = (n - (sum / largest - 2) / 2) * u * sum * (1 + (n - 1) * u);
    return std::min(any_terms, even_terms);
}

// The answers that some order of additions can give, for n squares whose largest is `largest`. `sum` is their sum to
// within half a unit in the last place of a double.
template <std::floating_point T>
std::pair<T, T> accepted_interval(double sum, double largest, std::size_t n) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double finite = std::min(sum, std::numeric_limits<double>::max());
    const double width = error_bound(finite, largest, static_cast<double>(n), std::numeric_limits<T>::epsilon() / 2);
    // Round outwards, by less than two units in the last place of a double, and then to T, again outwards. What is
    // beyond T's largest number becomes infinity, as a sum of that size may.
    const double low = std::max(0.0, std::nextafter(finite - width, -infinity));
    const double high = std::nextafter(sum + width, infinity);
    T low_rounded = static_cast<T>(low);
    if (low_rounded > low) low_rounded = std::nextafter(low_rounded, T{0});
    T high_rounded = static_cast<T>(high);
    if (high_rounded < high) high_rounded = std::nextafter(high_rounded, std::numeric_limits<T>::infinity());
    return {low_rounded, high_rounded};
}

// The smallest share of the sum that any of 2 to 64 threads can have, among the shares that contain elements. It is
// computed in doubles. Each of the at most n additions loses at most 2^-53 of it, and the result is reduced by twice as
// much.
template <std::floating_point T>
double smallest_share(View<T> a, View<T> b) {
    const SliceSums<double> sums{a.size(), [&](std::size_t begin, std::size_t end) {
                                     double sum = 0;
                                     for (std::size_t i = begin; i < end; ++i) {
                                         const T difference = a[i] - b[i];
                                         sum += static_cast<double>(difference * difference);
                                     }
                                     return sum;
                                 }};
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t threads = 2; threads <= SliceSums<double>::most_threads; ++threads) {
        const std::vector<double> shares = sums.of(threads);
        smallest = std::min(smallest, *std::min_element(shares.begin(), shares.end()));
    }
    return smallest / (1 + static_cast<double>(a.size()) * std::numeric_limits<double>::epsilon());
}

// The answers that a sum of n squares cannot give if it lost or repeated a share of this size: those between (sum -
// share)(1 + n·u) and (sum + share)(1 - 1.5·n·u).
template <std::floating_point T>
std::pair<T, T> proven_interval(double sum, double share, std::size_t n) {
    constexpr T infinity = std::numeric_limits<T>::infinity();
    constexpr double inwards = 1 + 8 * std::numeric_limits<double>::epsilon();  // more than all roundings below
    const double nu = static_cast<double>(n) * (std::numeric_limits<T>::epsilon() / 2);
    const double above = (sum * inwards - share) * (1 + nu) * inwards;
    const double below = (sum / inwards + share) * (1 - 1.5 * nu) / inwards;
    if (!(0 <= above && above < below)) return {1, 0};
    T low = static_cast<T>(above);
    if (low <= above) low = std::nextafter(low, infinity);
    T high = static_cast<T>(below);
    if (high >= below) high = std::nextafter(high, T{0});
    return {low, high};
}

template <std::floating_point T>
Reference<T> float_reference(View<T> a, View<T> b) {
    ExactAccumulator exact;
    T largest = 0;
    T special = 0;  // the sum of all squares that are not finite
    for (std::size_t i = 0; i < a.size(); ++i) {
        const T difference = a[i] - b[i];
        const T square = difference * difference;
        if (std::isfinite(square)) {
            exact.add(square);
            largest = std::max(largest, square);
        } else {
            special += square;
        }
    }
    if (special != 0) return {special, special, special, 1, 0};
    const double sum = exact.rounded();
    const bool every_order_is_exact = sum < std::ldexp(1.0, exact.common_exponent() + std::numeric_limits<T>::digits);
    const T expected = exact.rounded<T>();
    if (every_order_is_exact) return {expected, expected, expected, expected, expected};
    const auto [low, high] = accepted_interval<T>(sum, largest, a.size());
    const auto [proven_low, proven_high] = proven_interval<T>(sum, smallest_share(a, b), a.size());
    return {expected, low, high, proven_low, proven_high};
}

}  // namespace

template <Element T>
Reference<T> reference(View<T> a, View<T> b) {
    if constexpr (std::integral<T>) {
        return integer_reference(a, b);
    } else {
        return float_reference(a, b);
    }
}

template Reference<std::int64_t> reference(View<std::int64_t>, View<std::int64_t>);
template Reference<std::int32_t> reference(View<std::int32_t>, View<std::int32_t>);
template Reference<double> reference(View<double>, View<double>);
template Reference<float> reference(View<float>, View<float>);

}  // namespace reductions
