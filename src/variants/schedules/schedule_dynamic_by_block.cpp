// `schedule(dynamic, block)`: each thread that is free takes the next block of elements.
//
// A thread that is slower takes fewer blocks, so a core that another program uses delays the loop by one block and not
// by a slice. A block of 16,384 elements takes microseconds, and taking it takes tens of nanoseconds. Which thread sums
// which block changes from run to run, and the last bits of floats change with it.
#include "contract/variant.hpp"

namespace reductions::schedule_dynamic_by_block {

constexpr std::size_t block = 16'384;  // elements

template <Element T>
Sum<T> schedule_dynamic_by_block(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(dynamic, block) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "schedule(dynamic, block): each free thread takes a block, so a busy core delays the loop by one block.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return schedule_dynamic_by_block(a, b); },
};

}  // namespace reductions::schedule_dynamic_by_block
