// A fixed tree of additions over all ranks: the same bits with any number of ranks and threads, and with any parts.
//
// The bits depend on where blocks begin and on the order of their sums, so neither may depend on the ranks. Blocks have
// 16,896 elements, and they begin at multiples of that in the whole arrays. A block that lies on several ranks is
// summed where it begins: the other ranks send their elements of it there. The root gathers the sums of all blocks, and
// adds neighbours until one is left. This is the order that docs/at_the_limit.md specifies, so the bits are those that
// the library gives on one machine. Each rank sends less than one block, and the sum of each of its own.
#include <algorithm>
#include <span>
#include <vector>

#include "blocks/tree_sum.hpp"
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::fixed_tree_over_ranks {

constexpr std::size_t block = 16'896;  // the library's

constexpr std::size_t next_block(std::size_t index) { return (index + block - 1) / block; }

// Where each rank's part begins. At the end, where the whole arrays end.
std::vector<std::size_t> beginnings(const Ranks& ranks) {
    std::vector<std::uint64_t> begins(static_cast<std::size_t>(ranks.count()) + 1, ranks.whole);
    const std::uint64_t own = ranks.begin;
    MPI_Allgather(&own, 1, MPI_UINT64_T, begins.data(), 1, MPI_UINT64_T, ranks.all);
    return {begins.begin(), begins.end()};
}

// How many elements of rank `from` belong to blocks that begin on rank `to`. The first block begins on the first rank
// that has elements; a rank without elements has no block.
int elements_to_move(const std::vector<std::size_t>& begins, std::size_t from, std::size_t to) {
    if (from == to) return 0;
    const std::size_t first = next_block(begins[to]) * block, end = next_block(begins[to + 1]) * block;
    const std::size_t low = std::max(begins[from], first), high = std::min(begins[from + 1], end);
    return low < high ? static_cast<int>(high - low) : 0;
}

// The elements of the last block that begins here: those of this rank, and behind them those that other ranks send.
template <Element T>
std::vector<T> last_block(View<T> part, const Ranks& ranks, const std::vector<std::size_t>& begins) {
    const auto rank = static_cast<std::size_t>(ranks.rank());
    const std::size_t count = begins.size() - 1;
    std::vector<int> to_send(count), to_receive(count), send_from(count), receive_at(count);
    int sent = 0, received = 0;
    for (std::size_t other = 0; other < count; ++other) {
        to_send[other] = elements_to_move(begins, rank, other);
        to_receive[other] = elements_to_move(begins, other, rank);
        send_from[other] = sent;
        receive_at[other] = received;
        sent += to_send[other];
        received += to_receive[other];
    }
    // The last block that begins here, as far as this rank has it.
    const std::size_t own_blocks = next_block(begins[rank + 1]) - next_block(begins[rank]);
    std::vector<T> elements;
    if (own_blocks > 0) {
        const std::size_t begin = (next_block(begins[rank + 1]) - 1) * block - begins[rank];
        elements.assign(part.begin() + static_cast<std::ptrdiff_t>(begin), part.end());
    }
    const std::size_t own = elements.size();
    elements.resize(own + static_cast<std::size_t>(received));
    MPI_Alltoallv(part.data(), to_send.data(), send_from.data(), datatype<T>(), elements.data() + own,
                  to_receive.data(), receive_at.data(), datatype<T>(), ranks.all);
    return elements;
}

template <Element T>
Sum<T> fixed_tree_over_ranks(View<T> a, View<T> b, const Ranks& ranks) {
    const std::vector<std::size_t> begins = beginnings(ranks);
    const auto rank = static_cast<std::size_t>(ranks.rank());
    const std::vector<T> last_a = last_block(a, ranks, begins), last_b = last_block(b, ranks, begins);

    const std::size_t first = next_block(begins[rank]);
    std::vector<Wrapping<T>> sums(next_block(begins[rank + 1]) - first);
#pragma omp parallel for schedule(dynamic)
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::size_t begin = (first + i) * block - begins[rank];
        sums[i] = i + 1 == sums.size() ? own_sum(View<T>{last_a}, View<T>{last_b})
                                       : own_sum(a.subspan(begin, block), b.subspan(begin, block));
    }

    std::vector<int> counts, places;
    for (std::size_t r = 0; r + 1 < begins.size(); ++r) {
        places.push_back(static_cast<int>(next_block(begins[r])));
        counts.push_back(static_cast<int>(next_block(begins[r + 1])) - places.back());
    }
    std::vector<Wrapping<T>> all(ranks.rank() == root ? next_block(ranks.whole) : 0);
    MPI_Gatherv(sums.data(), static_cast<int>(sums.size()), datatype<Wrapping<T>>(), all.data(), counts.data(),
                places.data(), datatype<Wrapping<T>>(), root, ranks.all);
    return static_cast<Sum<T>>(sum_of_tree(std::span{all}));
}

extern const Way way = {
    .shows = "Fixed blocks and a fixed tree over them: the same bits with any number of ranks and threads.",
    .depends_on = DependsOn::nothing,
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return fixed_tree_over_ranks(a, b, ranks); },
};

}  // namespace reductions::distributed::fixed_tree_over_ranks
