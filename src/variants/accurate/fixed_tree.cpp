// The same bits with any number of threads, compiler and OpenMP library: fixed blocks, sixteen lanes per block, and a
// fixed tree over the blocks.
//
// The arrays are cut into blocks whose size does not depend on the threads. It does not matter which thread sums which
// block. Within a block the lanes are fixed. The sums of the blocks are added as a tree that depends only on their
// number. So the program defines the order of the additions, and IEEE 754 defines everything else, because the compiler
// may not fuse operations (blocks/no_contraction.hpp). This costs nothing: for floats the lanes make it faster than the
// plain clause.
#include "blocks/no_contraction.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "blocks/tree_sum.hpp"
#include "contract/variant.hpp"

namespace reductions::fixed_tree {

constexpr std::size_t block = 8192;
constexpr std::size_t lanes_per_block = 16;

template <Element T>
Wrapping<T> sum_of_block(View<T> a, View<T> b) {
    std::array<Wrapping<T>, lanes_per_block> sum{};
    std::size_t i = 0;
    for (; i + lanes_per_block <= a.size(); i += lanes_per_block) {
#pragma omp simd
        for (std::size_t j = 0; j < lanes_per_block; ++j) sum[j] += squared_difference(a[i + j], b[i + j]);
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
