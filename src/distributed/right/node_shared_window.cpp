// Shared memory on a node: the arrays exist once there, and all ranks of the node read them in equal shares.
//
// Ranks are processes, and a process does not see the memory of another. A shared window is memory that all ranks of a
// node do see (MPI 4.0, section 12.2.3). Here two of them hold the parts of the node's ranks, one behind the other. So
// the work no longer depends on who has which part: with parts of 1 and 7 elements, each of two ranks sums four.
#include <algorithm>
#include <exception>
#include <memory>

#include "blocks/chunks.hpp"
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::node_shared_window {

// One array of all ranks of a node. They create and free it together.
template <Element T>
class NodeArray {
public:
    NodeArray(View<T> part, MPI_Comm node) {
        T* own = nullptr;
        MPI_Win_allocate_shared(static_cast<MPI_Aint>(part.size_bytes()), sizeof(T), MPI_INFO_NULL, node, &own,
                                &window_);
        MPI_Win_fence(0, window_);
        std::ranges::copy(part, own);
        MPI_Win_fence(0, window_);  // now all have written
        MPI_Aint bytes = 0;
        int unit = 0;
        MPI_Win_shared_query(window_, MPI_PROC_NULL, &bytes, &unit, &first_);  // where the first rank's part begins
    }
    NodeArray(const NodeArray&) = delete;
    NodeArray& operator=(const NodeArray&) = delete;
    ~NodeArray() {
        // Freeing is collective. After an exception on this rank, the others would not come.
        if (std::uncaught_exceptions() == 0) MPI_Win_free(&window_);
    }

    View<T> elements(Chunk chunk) const { return {first_ + chunk.begin, chunk.length}; }

private:
    MPI_Win window_{};
    T* first_ = nullptr;
};

template <Element T>
struct NodeArrays {
    NodeArray<T> a, b;
};

// An equal share of the node's arrays, instead of the rank's own part.
template <Element T>
Arrays<T> equal_shares(View<T> a, View<T> b, const Ranks& ranks) {
    MPI_Comm node{};
    MPI_Comm_split_type(ranks.all, MPI_COMM_TYPE_SHARED, ranks.rank(), MPI_INFO_NULL, &node);
    const auto arrays = std::shared_ptr<const NodeArrays<T>>(new NodeArrays<T>{{a, node}, {b, node}});
    std::uint64_t size = a.size();
    MPI_Allreduce(MPI_IN_PLACE, &size, 1, MPI_UINT64_T, MPI_SUM, node);
    int rank = 0, count = 0;
    MPI_Comm_rank(node, &rank);
    MPI_Comm_size(node, &count);
    MPI_Comm_free(&node);
    const Chunk share = Chunks{size, static_cast<std::size_t>(count)}[static_cast<std::size_t>(rank)];
    return {arrays->a.elements(share), arrays->b.elements(share), arrays};
}

template <Element T>
Sum<T> node_shared_window(View<T> share_of_a, View<T> share_of_b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(share_of_a, share_of_b);
    Wrapping<T> total = 0;
    MPI_Allreduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "One copy of the arrays on each node, which its ranks read in equal shares.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b, const Ranks& ranks) { return node_shared_window(a, b, ranks); },
    .placement = [](auto a, auto b, const Ranks& ranks) { return equal_shares(a, b, ranks); },
};

}  // namespace reductions::distributed::node_shared_window
