// `ordered`: block sums are computed in parallel and added in the order of the blocks.
//
// The total gets the blocks' sums in the same order as in a serial loop over the blocks. So floats have the same bits
// in every run with any number of threads, without an array of partial sums. A thread that finishes early waits until
// the block before its own is added. This needs a schedule that hands out neighbouring blocks at the same time. With
// one slice per thread, the second thread would wait for the whole first slice.
#include <algorithm>

#include "blocks/fused_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::ordered_blocks {

constexpr std::size_t block = 16'384;  // elements

template <Element T>
Sum<T> ordered_blocks(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for ordered schedule(dynamic)
    for (std::size_t begin = 0; begin < a.size(); begin += block) {
        const std::size_t length = std::min(block, a.size() - begin);
        const Wrapping<T> partial = fused_sum(a.subspan(begin, length), b.subspan(begin, length));
#pragma omp ordered
        total += partial;
    }
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Block sums added in the order of the blocks: the same bits with any number of threads.",
    .computation = [](auto a, auto b) { return ordered_blocks(a, b); },
};

}  // namespace reductions::ordered_blocks
