// `schedule(static)`: one slice per thread, cut before the loop begins.
//
// Sharing out the iterations costs nothing, and each thread reads one stretch of memory from end to end. If all
// iterations cost the same and all cores are free, no other schedule is faster. All threads wait for the slowest at the
// end of the loop. So if another program uses one core, the loop takes as long as the slice on that core. Most
// implementations use this schedule if there is no clause, but OpenMP does not promise that (OpenMP 5.2,
// section 11.5.3).
#include "contract/variant.hpp"

namespace reductions::schedule_static {

template <Element T>
Sum<T> schedule_static(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(static) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "schedule(static): one slice per thread, cut before the loop begins.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return schedule_static(a, b); },
};

}  // namespace reductions::schedule_static
