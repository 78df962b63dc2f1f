// `schedule(dynamic, block)`: each thread that is free takes the next block of elements.
//
// A thread on a core that another program uses takes fewer blocks. At the end of the loop the others wait only for the
// block that it still works on, not for a slice. A block is so long that taking it costs little compared with summing
// it. Which thread sums which block changes from run to run, and the last bits of floats change with it.
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
