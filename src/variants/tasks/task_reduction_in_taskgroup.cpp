// `taskgroup task_reduction`: one thread finds the work, and all threads of the team do it.
//
// Each task that names the total in `in_reduction` adds to a private copy of the thread that runs it, and the end of
// the group combines the copies (OpenMP 5.2, sections 5.5.9 and 5.5.10). So the tasks need no lock. The pieces could
// come from anywhere that one thread walks through: a list, a file, a queue.
// There are 16 pieces per thread. With more than 64 waiting tasks per thread, libgomp runs the next task immediately in
// the thread that creates it, so that thread stops handing out work.
#include <omp.h>
#include <algorithm>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::task_reduction_in_taskgroup {

template <Element T>
Sum<T> task_reduction_in_taskgroup(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
    {
        const Chunks pieces{a.size(), 16 * static_cast<std::size_t>(omp_get_num_threads())};
#pragma omp taskgroup task_reduction(+ : total)
        for (std::size_t index = 0; index < pieces.count(); ++index) {
            const auto [begin, length] = pieces[index];
            const View<T> x = a.subspan(begin, length);
            const View<T> y = b.subspan(begin, length);
#pragma omp task firstprivate(x, y) in_reduction(+ : total)
            total += fused_sum(x, y);
        }
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "One thread creates the tasks of a group, and the end of the group combines their sums.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return task_reduction_in_taskgroup(a, b); },
};

}  // namespace reductions::task_reduction_in_taskgroup
