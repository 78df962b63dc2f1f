// Which answers are right: worked out by other means than the variants', so that both do not err alike.
#pragma once

#include <cmath>

#include "ssd/element.hpp"

namespace ssd {

// The right answers for one pair of arrays.
template <Element T>
struct Reference {
    Sum<T> expected;  // the exact sum of the squares, wrapped (integers) or correctly rounded (floats)
    Sum<T> low;       // the smallest right answer
    Sum<T> high;      // the largest; for integers both are `expected`

    // Whether an answer is right. NaN is, where NaN is expected.
    bool accepts(Sum<T> answer) const {
        return (low <= answer && answer <= high) || (is_nan(expected) && is_nan(answer));
    }

private:
    static bool is_nan(Sum<T> sum) { return std::isnan(static_cast<double>(sum)); }
};

// Integers: difference and square are computed in 128 bits and cut off to the array's type, their sum in 128 bits and
// cut off to 64, as NumPy's wrapping amounts to. There is one right answer.
//
// Floats: the squares are rounded as IEEE 754 prescribes; that much every variant has in common. Here they are added up
// exactly. A variant adds them in whatever order it likes; docs/judging.md derives how far it may be off. Squares that
// are infinite or NaN make the sum so.
template <Element T>
Reference<T> reference(View<T> a, View<T> b);

}  // namespace ssd
