// One partial sum per thread, kept in a register and stored once.
//
// The partial sums lie side by side in an array, as in partials_false_sharing, but there is almost no false sharing. A
// local variable that no other thread can see stays in a register, and each thread writes to the array once. An
// optimising compiler often does this to a loop that adds to the array directly. That is why false sharing comes and
// goes with the compiler's options. An explicit local variable makes it certain.
#include <omp.h>
#include <numeric>
#include <vector>

#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::partials_in_registers {

template <Element T>
Sum<T> partials_in_registers(View<T> a, View<T> b) {
    std::vector<Wrapping<T>> partial(thread_count());
#pragma omp parallel
    {
        Wrapping<T> mine = 0;
#pragma omp for schedule(static) nowait
        for (std::size_t i = 0; i < a.size(); ++i) mine += squared_difference(a[i], b[i]);
        partial[static_cast<std::size_t>(omp_get_thread_num())] = mine;
    }
    return static_cast<Sum<T>>(std::accumulate(partial.begin(), partial.end(), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "One partial sum per thread, kept in a register and stored once.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return partials_in_registers(a, b); },
};

}  // namespace reductions::partials_in_registers
