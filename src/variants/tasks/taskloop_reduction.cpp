// `taskloop reduction`: a loop that is cut into tasks.
//
// One thread of the team meets the loop and cuts it up; all of them take the tasks as they become free. So it evens out
// iterations of unequal cost, and it can stand where a loop construct cannot, inside other tasks. With iterations that
// all cost the same, `parallel for` has less to do. The grain is large for libgomp: where there would be more than 64
// tasks a thread, it runs them all in the thread that met the loop.
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
