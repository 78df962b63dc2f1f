// Which answers are right: worked out by other means than the variants', so that both do not err alike.
#pragma once

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
        return (low <= answer && answer <= high) || (expected != expected && answer != answer);
    }
};

// Integers: difference and square are computed in 128 bits and cut off to the array's type, their sum in 128 bits and
// cut off to 64, as NumPy's wrapping amounts to. There is one right answer.
//
// Floats: the squares are rounded as IEEE 754 prescribes; that much every variant has in common. They are added up
// exactly. A variant adds in whatever order it likes and rounds n - 1 times, so its error is at most (n - 1)·u·sum,
// with u = 2^-53 or 2^-24 (Jeannerod and Rump, "Improved error bounds for inner products in floating-point arithmetic",
// SIAM J. Matrix Anal. Appl. 34, 2013: proposition 3.1, for any order and any n). Where no partial sum in any order
// needs more bits than the type has, there is one right answer: that is so where every square is a multiple of some 2^e
// and their sum is below 2^(e + 53), or 2^(e + 24). The bounds are rounded outwards, by less than two units in the last
// place. Squares that are infinite or NaN make the sum so.
template <Element T>
Reference<T> reference(View<T> a, View<T> b);

}  // namespace ssd
