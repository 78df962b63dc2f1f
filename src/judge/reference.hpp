// Which answers are right. This code computes them differently from the variants, so that the two do not share a
// mistake.
#pragma once

#include <algorithm>
#include <cmath>

#include "contract/element.hpp"

namespace reductions {

// The judge's verdict on one answer.
enum class Verdict {
    right,            // proven: no order of additions that lost or repeated a thread's share can give it
    within_rounding,  // rounding alone can give it, and so can a mistake: the answer proves nothing
    wrong,            // no order of additions gives it
};

// The right answers for one pair of arrays. docs/judging.md derives both intervals.
template <Element T>
struct Reference {
    Sum<T> expected;  // the exact sum of the squares, wrapped (integers) or correctly rounded (floats)
    // The answers that some order of additions can give. If nothing is rounded, both are `expected`.
    Sum<T> low;
    Sum<T> high;
    // The answers that a sum cannot give if it lost or repeated the share of one of 2 to 64 threads. There are none if
    // proven_low > proven_high.
    Sum<T> proven_low;
    Sum<T> proven_high;

    // Whether some order of additions gives this answer. NaN is accepted if NaN is expected.
    bool accepts(Sum<T> answer) const {
        return (low <= answer && answer <= high) || (is_nan(expected) && is_nan(answer));
    }

    // Whether any answer on these arrays can be proven right.
    bool decides() const { return proven_low <= proven_high; }

    Verdict verdict(Sum<T> answer) const {
        if (!accepts(answer)) return Verdict::wrong;
        return proven_low <= answer && answer <= proven_high ? Verdict::right : Verdict::within_rounding;
    }

    // How far an answer is from the exact sum, as a fraction of the sum. NaN if the sum is not finite.
    double off(Sum<T> answer) const { return std::abs(number(answer) - number(expected)) / number(expected); }

    // How far rounding alone can put an answer off, at most.
    double most_off() const { return std::max(off(low), off(high)); }

private:
    static double number(Sum<T> sum) { return static_cast<double>(sum); }
    static bool is_nan(Sum<T> sum) { return std::isnan(number(sum)); }
};

// Integers: the difference and the square are computed in 128 bits and truncated to the array's type. Their sum is
// computed in 128 bits and truncated to 64. The result is that of NumPy, which wraps around. There is one right answer.
//
// Floats: the squares are rounded as IEEE 754 prescribes, and every variant does the same. They are added exactly here,
// whereas a variant may add them in any order. Squares that are infinite or NaN make the sum infinite or NaN. Such an
// answer is within rounding, because it says nothing about the other elements.
template <Element T>
Reference<T> reference(View<T> a, View<T> b);

}  // namespace reductions
