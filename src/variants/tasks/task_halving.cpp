// Divide and conquer: halve the arrays until a piece is small. Each small piece is a task that takes part in a
// reduction (`task_reduction` on the group, `in_reduction` on each task; OpenMP 5.2, sections 5.5.9 and 5.5.10).
//
// This is for data without a loop to share: trees, lists, recursive algorithms. Each task adds to the private copy of
// the thread that runs it, so which numbers meet in which copy changes from run to run. For an array a loop is simpler,
// and no slower.
//
// At any time there are fewer than 64 tasks per thread. Above that, libgomp runs the next task at once, with its record
// on the stack. A child task that ends later may still read that record after it is gone (seen with 12.2: a crash in
// GOMP_taskgroup_end).
#include <omp.h>

#include <algorithm>

#include "contract/variant.hpp"

namespace reductions::task_halving {

// Pieces of this size are worth a task: they take tens of microseconds.
constexpr std::size_t shortest_piece = 65'536;
// Halving can make a piece half as long as this allows, so there can be twice as many. About as many tasks only halve.
constexpr std::size_t pieces_for_each_thread = 16;

template <Element T>
void add_squares(View<T> a, View<T> b, std::size_t piece, Wrapping<T>& total) {
    if (a.size() <= piece) {
#pragma omp task in_reduction(+ : total)
        for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    } else {
        const std::size_t half = a.size() / 2;
#pragma omp task shared(total)
        add_squares(a.first(half), b.first(half), piece, total);
        add_squares(a.subspan(half), b.subspan(half), piece, total);
    }
}

template <Element T>
Sum<T> task_halving(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
    {
        const std::size_t pieces = pieces_for_each_thread * static_cast<std::size_t>(omp_get_num_threads());
        const std::size_t piece = std::max(shortest_piece, (a.size() + pieces - 1) / pieces);
#pragma omp taskgroup task_reduction(+ : total)
        add_squares(a, b, piece, total);
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Recursive halving with tasks that take part in a reduction.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return task_halving(a, b); },
};

}  // namespace reductions::task_halving
