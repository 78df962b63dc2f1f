// WRONG ON PURPOSE: a task writes its result to a variable that is not shared.
//
// A variable of the function around a task is firstprivate in the task, unless it is shared in the enclosing region
// (OpenMP 5.2, section 5.1.1). So the task writes to its own copy of `left`, which disappears with the task, and the
// parent adds 0. `shared(left)` is missing. There is no data race: the two never touch the same variable.
#include "blocks/fused_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::task_result_firstprivate {

constexpr std::size_t longest_piece = 262'144;  // elements

template <Element T>
Wrapping<T> sum_of_halves(View<T> a, View<T> b) {
    if (a.size() <= longest_piece) return fused_sum(a, b);
    const std::size_t half = a.size() / 2;
    Wrapping<T> left = 0;
#pragma omp task  // no shared(left)
    left = sum_of_halves(a.first(half), b.first(half));
    const Wrapping<T> right = sum_of_halves(a.subspan(half), b.subspan(half));
#pragma omp taskwait
    return left + right;
}

template <Element T>
Sum<T> task_result_firstprivate(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel
#pragma omp single
    total = sum_of_halves(a, b);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A task that writes its result to its own copy of a variable: the left half of each sum is lost.",
    .misconception = "A task writes to its parent's variable.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return task_result_firstprivate(a, b); },
};

}  // namespace reductions::task_result_firstprivate
