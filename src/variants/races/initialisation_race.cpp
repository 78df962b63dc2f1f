// WRONG ON PURPOSE: one thread sets the total to zero, and no barrier makes the others wait for that.
//
// The additions are atomic, but nothing orders them after the store of 0. A thread with little to do may add its share
// before the zero is written, and the zero then erases it. Usually the loop takes long enough for the zero to be
// written in time. `single` without `nowait` has a barrier at its end and would be right: the word `nowait` makes it a
// data race.
#include "contract/variant.hpp"

namespace reductions::initialisation_race {

template <Element T>
Sum<T> initialisation_race(View<T> a, View<T> b) {
    static Wrapping<T> total;  // the same in every call, so it must be set to zero
#pragma omp parallel
    {
#pragma omp single nowait  // the barrier is left out
        total = 0;
        Wrapping<T> partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += squared_difference(a[i], b[i]);
#pragma omp atomic
        total += partial;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A total that one thread zeroes while others may already add to it.",
    .misconception = "What stands first in the code happens first.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return initialisation_race(a, b); },
};

}  // namespace reductions::initialisation_race
