// `depend(mutexinoutset: total)`: tasks that may run in any order, but not at the same time.
//
// For each piece there are two tasks: one computes its sum, the other adds it to the total. The second needs the first
// (`in`), and excludes all others that add to the total (`mutexinoutset`, OpenMP 5.2, section 15.9.5). The runtime
// keeps them apart, so the program contains no lock, and a thread that may not add yet does something else. With
// `inout` the additions would be made in the order of the pieces.
//
// The first thread of the team creates the tasks (`masked`). With `single` it can be another one, and libgomp 12 then
// leaks the memory in which it has recorded the dependences.
#include <omp.h>
#include <vector>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::mutexinoutset_tasks {

template <Element T>
Sum<T> mutexinoutset_tasks(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp masked
    {
        const Chunks pieces{a.size(), 8 * static_cast<std::size_t>(omp_get_num_threads())};
        std::vector<Wrapping<T>> sums(pieces.count());
        for (std::size_t index = 0; index < pieces.count(); ++index) {
            const auto [begin, length] = pieces[index];
            const View<T> x = a.subspan(begin, length);
            const View<T> y = b.subspan(begin, length);
            Wrapping<T>& sum = sums[index];
#pragma omp task firstprivate(x, y) shared(sum) depend(out : sum)
            sum = fused_sum(x, y);
#pragma omp task shared(sum, total) depend(in : sum) depend(mutexinoutset : total)
            total += sum;
        }
#pragma omp taskwait
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Tasks that add to one total in any order, but never two at a time: depend(mutexinoutset).",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return mutexinoutset_tasks(a, b); },
};

}  // namespace reductions::mutexinoutset_tasks
