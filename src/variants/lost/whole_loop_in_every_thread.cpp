// WRONG ON PURPOSE: `parallel` without `for`.
//
// Every thread runs a parallel region from beginning to end. Only `for` shares a loop among the threads. So each thread
// sums all elements, and the clause adds these whole sums. With one thread the answer is right. With more, it is an
// exact multiple of the right one, which points to this error.
#include "contract/variant.hpp"

namespace reductions::whole_loop_in_every_thread {

template <Element T>
Sum<T> whole_loop_in_every_thread(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel reduction(+ : total)  // no `for`
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "A parallel region without a worksharing loop: each thread adds the whole sum.",
    .misconception = "`parallel` shares the loop.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return whole_loop_in_every_thread(a, b); },
};

}  // namespace reductions::whole_loop_in_every_thread
