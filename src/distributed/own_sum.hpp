// What a rank does alone before anything is sent.
#pragma once

#include "contract/element.hpp"

namespace reductions::distributed {

// The sum over the rank's own part, by the library to copy. It runs with as many threads as OMP_NUM_THREADS allows the
// rank.
template <Element T>
Wrapping<T> own_sum(View<T> a, View<T> b);

}  // namespace reductions::distributed
