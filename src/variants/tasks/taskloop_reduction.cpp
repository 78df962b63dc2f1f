// `taskloop reduction`: a loop that is cut into tasks.
//
// One thread of the team reaches the loop and cuts it up. All threads take tasks as they become free. This balances
// iterations of unequal cost, and it works where a loop construct is not allowed: inside other tasks. If all iterations
// cost the same, `parallel for` has less to do. The grain is large because of libgomp: if there were more than 64 tasks
// per thread, it would run all of them in the thread that reached the loop.
#include "contract/variant.hpp"

namespace reductions::taskloop_reduction {

template <Element T>
Sum<T> taskloop_reduction(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
#pragma omp taskloop grainsize(262144) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A loop cut into tasks that take part in a reduction.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return taskloop_reduction(a, b); },
};

}  // namespace reductions::taskloop_reduction
