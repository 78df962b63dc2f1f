// MPI_Reduce: OpenMP's reduction clause between processes.
//
// Each rank sums its own part. MPI_Reduce adds these sums, and only the root gets the total (MPI 4.0, section 6.9.1).
// Nothing is shared, so nothing can race: the only traffic is one number from each rank. The order of the additions is
// the library's choice. The standard recommends that it be the same in each run with the same ranks.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::mpi_reduce {

template <Element T>
Sum<T> mpi_reduce(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> total = 0;
    MPI_Reduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, root, ranks.all);
    return static_cast<Sum<T>>(total);  // the total on the root, and 0 on all others
}

extern const Way way = {
    .shows = "Each rank sums its part, and MPI_Reduce adds the sums on the root.",
    .depends_on = DependsOn::run,
    .answer_on = AnswerOn::the_root,
    .computation = [](auto a, auto b, const Ranks& ranks) { return mpi_reduce(a, b, ranks); },
};

}  // namespace reductions::distributed::mpi_reduce
