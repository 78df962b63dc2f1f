// The sums gathered, and added in the order of the ranks: the same bits in each run with the same parts.
//
// MPI_Gather only moves numbers. The root then adds them one after the other with MPI_Reduce_local, which applies an
// operation to two buffers of one process. The order no longer depends on the library or the network. The price is that
// the root receives as many numbers as there are ranks.
#include <vector>

#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::mpi_reduce_local {

template <Element T>
Sum<T> mpi_reduce_local(View<T> a, View<T> b, const Ranks& ranks) {
    MPI_Datatype number = datatype<Wrapping<T>>();
    const Wrapping<T> own = own_sum(a, b);
    std::vector<Wrapping<T>> sums(static_cast<std::size_t>(ranks.count()));
    MPI_Gather(&own, 1, number, sums.data(), 1, number, root, ranks.all);
    Wrapping<T> total = 0;
    for (const Wrapping<T>& sum : sums) MPI_Reduce_local(&sum, &total, 1, number, MPI_SUM);  // total = sum + total
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "The root gathers the sums, and adds them in the order of the ranks.",
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return mpi_reduce_local(a, b, ranks); },
};

}  // namespace reductions::distributed::mpi_reduce_local
