// WRONG ON PURPOSE: `parallel` without `for`.
//
// A parallel region is run by every thread from beginning to end. Only `for` shares a loop among them. So each of the T
// threads sums all elements, and the clause adds T whole sums. With one thread the answer is right. A test for the
// exact multiple finds this error at once.
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
    .shows = "A parallel region without a worksharing loop: T threads give T times the sum.",
    .misconception = "`parallel` shares the loop.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return whole_loop_in_every_thread(a, b); },
};

}  // namespace reductions::whole_loop_in_every_thread
