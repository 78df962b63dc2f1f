// What a rank does alone before anything is sent: the sum over its own part, by the library to copy. It runs with as
// many threads as OMP_NUM_THREADS allows the rank.
#pragma once

#include "at_the_limit/at_the_limit.hpp"
#include "contract/element.hpp"

namespace reductions::distributed {

template <Element T>
Wrapping<T> own_sum(View<T> a, View<T> b) {
    return static_cast<Wrapping<T>>(at_the_limit::squared_distance(a, b));
}

}  // namespace reductions::distributed
