// The same bits with any number of threads, either compiler, either runtime: fixed blocks, sixteen lanes in a block, a
// fixed tree over the blocks.
//
// The arrays are cut into blocks of a size that has nothing to do with the threads. Which thread sums which block does
// not matter; within a block, the lanes are fixed; and the blocks' sums are added up as a tree that depends on their
// number alone. So the order of additions is written down in the program, and IEEE 754 does the rest, because the
// compiler may fuse nothing (blocks/no_contraction.hpp). It costs nothing: the lanes make it faster than the plain
// clause for floats.
#include "blocks/no_contraction.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "blocks/tree_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::fixed_tree {

constexpr std::size_t block = 8192;
constexpr std::size_t lanes = 16;

template <Element T>
Wrapping<T> sum_of_block(View<T> a, View<T> b) {
    std::array<Wrapping<T>, lanes> sum{};
    std::size_t i = 0;
    for (; i + lanes <= a.size(); i += lanes) {
#pragma omp simd
        for (std::size_t j = 0; j < lanes; ++j) sum[j] += squared_difference(a[i + j], b[i + j]);
    }
    for (std::size_t j = 0; i + j < a.size(); ++j) sum[j] += squared_difference(a[i + j], b[i + j]);
    return sum_of_tree(std::span<Wrapping<T>>{sum});
}

template <Element T>
Sum<T> fixed_tree(View<T> a, View<T> b) {
    std::vector<Wrapping<T>> partial((a.size() + block - 1) / block);
#pragma omp parallel for
    for (std::size_t index = 0; index < partial.size(); ++index) {
        const std::size_t begin = index * block;
        const std::size_t length = std::min(block, a.size() - begin);
        partial[index] = sum_of_block(a.subspan(begin, length), b.subspan(begin, length));
    }
    return static_cast<Sum<T>>(sum_of_tree(std::span<Wrapping<T>>{partial}));
}

extern const Entry entry = {
    .shows = "Fixed blocks and a fixed tree: the same bits with any number of threads, and no slower.",
    .computation = [](auto a, auto b) { return fixed_tree(a, b); },
};

}  // namespace reductions::fixed_tree
