// `schedule(guided)`: each thread that is free takes a piece of what is left, so the pieces shrink.
//
// The size of a piece is proportional to what is left, divided by the number of threads. With libgomp (g++) the first
// piece is a thread's whole share, with libomp (clang++) half of it. There are few pieces, and the last ones are small
// enough for the threads to finish together. The first piece is the weakness: if its thread shares a core with another
// program, the others finish all the rest and wait for it.
#include "contract/variant.hpp"

namespace reductions::schedule_guided {

template <Element T>
Sum<T> schedule_guided(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(guided) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "schedule(guided): large pieces first, then smaller ones, so that the threads finish together.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return schedule_guided(a, b); },
};

}  // namespace reductions::schedule_guided
