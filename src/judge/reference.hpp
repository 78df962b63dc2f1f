// Which answers are right: computed by other means than the variants', so that both do not share a mistake.
#pragma once

#include <algorithm>
#include <cmath>

#include "ssd/element.hpp"

namespace ssd {

// What the judge says of one answer.
enum class Verdict {
    right,            // proven: no order of additions that lost or repeated a thread's share can lead here
    within_rounding,  // rounding alone can lead here, but so could a mistake: the answer proves nothing
    wrong,            // no order of additions leads here
};

// The right answers for one pair of arrays. docs/judging.md derives both intervals.
template <Element T>
struct Reference {
    Sum<T> expected;  // the exact sum of the squares, wrapped (integers) or correctly rounded (floats)
    // The answers that some order of additions can lead to. Where nothing is rounded, both are `expected`.
    Sum<T> low;
    Sum<T> high;
    // The answers that are out of reach for a sum that lost or repeated the share of one of 2 to 64 threads. There are
    // none if proven_low > proven_high.
    Sum<T> proven_low;
    Sum<T> proven_high;

    // Whether some order of additions leads to the answer. NaN is accepted where NaN is expected.
    bool accepts(Sum<T> answer) const {
        return (low <= answer && answer <= high) || (is_nan(expected) && is_nan(answer));
    }

    // Whether any answer on these arrays can be proven right.
    bool decides() const { return proven_low <= proven_high; }

    Verdict verdict(Sum<T> answer) const {
        if (!accepts(answer)) return Verdict::wrong;
        return proven_low <= answer && answer <= proven_high ? Verdict::right : Verdict::within_rounding;
    }

    // How far an answer is from the exact sum, as a fraction of it; NaN where it or the sum is not finite.
    double off(Sum<T> answer) const { return std::abs(number(answer) - number(expected)) / number(expected); }

    // The most that rounding alone can put an answer off.
    double most_off() const { return std::max(off(low), off(high)); }

private:
    static double number(Sum<T> sum) { return static_cast<double>(sum); }
    static bool is_nan(Sum<T> sum) { return std::isnan(number(sum)); }
};

// Integers: difference and square are computed in 128 bits and cut off to the array's type, their sum in 128 bits and
// cut off to 64, as NumPy's wrapping amounts to. There is one right answer.
//
// Floats: the squares are rounded as IEEE 754 prescribes; every variant does the same. Here they are added up exactly,
// while a variant adds them in any order it likes. Squares that are infinite or NaN make the sum so; such an answer is
// within rounding, because it says nothing about the other elements.
template <Element T>
Reference<T> reference(View<T> a, View<T> b);

}  // namespace ssd
