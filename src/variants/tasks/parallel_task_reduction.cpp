// `reduction(task, + : total)`: a reduction over a parallel region and all tasks that it creates.
//
// The modifier lets tasks take part in the reduction of their region (OpenMP 5.2, section 5.5.8). Every thread creates
// tasks for its share of the pieces, and threads that finish early take over tasks of others. Unlike task_halving it
// needs no task group, because the results are combined at the end of the region.
#include <algorithm>

#include "contract/variant.hpp"

namespace reductions::parallel_task_reduction {

constexpr std::size_t piece = 65'536;

template <Element T>
Sum<T> parallel_task_reduction(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel reduction(task, + : total)
    {
#pragma omp for
        for (std::size_t begin = 0; begin < a.size(); begin += piece) {
            const std::size_t end = std::min(begin + piece, a.size());
#pragma omp task in_reduction(+ : total)
            for (std::size_t i = begin; i < end; ++i) total += squared_difference(a[i], b[i]);
        }
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A reduction over a parallel region and all tasks in it: the task modifier.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return parallel_task_reduction(a, b); },
};

}  // namespace reductions::parallel_task_reduction
