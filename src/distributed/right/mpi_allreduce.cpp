// MPI_Allreduce: the reduction whose result every rank needs, for example to decide together whether to go on.
//
// With recursive doubling, all ranks have the total after log2(ranks) exchanges. All ranks get the same bits (MPI 4.0,
// section 6.9.6: "identical" results). Copy this way if one call is enough.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::mpi_allreduce {

template <Element T>
Sum<T> mpi_allreduce(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> total = 0;
    MPI_Allreduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "Each rank sums its part, and MPI_Allreduce gives the total to all ranks.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b, const Ranks& ranks) { return mpi_allreduce(a, b, ranks); },
};

}  // namespace reductions::distributed::mpi_allreduce
