// Divide and conquer: halve the arrays until a piece is small, and make each small piece a task that takes part in a
// reduction (`task_reduction` on the group, `in_reduction` on each task; OpenMP 5.2, sections 5.5.9 and 5.5.10).
//
// For data that has no loop to share: trees, lists, recursive algorithms. Each task that takes part gets the private
// copy of the thread that runs it, so which numbers meet in which copy changes from run to run. For an array a loop is
// simpler, and no slower.
#include "ssd/variant.hpp"

namespace ssd {
namespace {

// Pieces of this size are worth a task: some tens of microseconds.
constexpr std::size_t piece = 65'536;

template <Element T>
void add_squares(View<T> a, View<T> b, Wrapping<T>& total) {
    if (a.size() <= piece) {
#pragma omp task in_reduction(+ : total)
        for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    } else {
        const std::size_t half = a.size() / 2;
#pragma omp task shared(total)
        add_squares(a.first(half), b.first(half), total);
        add_squares(a.subspan(half), b.subspan(half), total);
    }
}

template <Element T>
Sum<T> task_halving(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
#pragma omp taskgroup task_reduction(+ : total)
    add_squares(a, b, total);
    return static_cast<Sum<T>>(total);
}

}  // namespace

namespace variants {

extern const Variant task_halving = {
    .name = "task_halving",
    .chapter = "tasks",
    .shows = "Recursive halving with tasks that take part in a reduction.",
    .expectation = Expectation::right,
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return ssd::task_halving(a, b); },
};

}  // namespace variants
}  // namespace ssd
