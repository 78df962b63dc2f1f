// WRONG ON PURPOSE: Neumaier's compensated sum, compiled with -ffast-math.
//
// What an addition rounds away is (sum - next) + term. In real numbers that is 0, and -ffast-math allows the compiler
// to calculate as if floats were real numbers. So it removes the compensation, and a plain sum is left.
// accurate/neumaier.cpp has the same lines without the option. The suite refuses -ffast-math on the command line,
// because no answer could be judged, so the option is given here for this file alone: each compiler has its own pragma.
// Integers are right.
#include "contract/variant.hpp"

#if defined(__clang__)
#pragma float_control(precise, off)
#else
#pragma GCC optimize("fast-math")
#endif

namespace reductions::compensation_optimised_away {

template <Element T>
Sum<T> compensation_optimised_away(View<T> a, View<T> b) {
    Wrapping<T> sum = 0;
    Wrapping<T> lost = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Wrapping<T> term = squared_difference(a[i], b[i]);
        const Wrapping<T> next = sum + term;
        lost += sum >= term ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }
    return static_cast<Sum<T>>(sum + lost);
}

extern const Entry entry = {
    .shows = "Compensated summation whose compensation the compiler may remove: -ffast-math.",
    .misconception = "A compiler computes what the formula says.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return compensation_optimised_away(a, b); },
};

}  // namespace reductions::compensation_optimised_away
