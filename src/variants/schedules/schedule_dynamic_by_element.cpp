// `schedule(dynamic)`: each thread that is free takes the next element.
//
// Without a chunk size, a thread takes one iteration at a time. Taking it is an atomic addition to a counter that all
// threads share, and it costs far more than the squared difference. The answer is right, and the loop takes tens of
// times as long as on one thread. schedule_dynamic_by_block.cpp differs only in the chunk size.
#include "contract/variant.hpp"

namespace reductions::schedule_dynamic_by_element {

template <Element T>
Sum<T> schedule_dynamic_by_element(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(dynamic) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "schedule(dynamic): each free thread takes one element, and taking it costs more than the work.",
    .depends_on = DependsOn::run,
    .default_size = 100'000,
    .computation = [](auto a, auto b) { return schedule_dynamic_by_element(a, b); },
};

}  // namespace reductions::schedule_dynamic_by_element
