// MPI_Reduce, and every rank reads the result.
//
// Only the root gets it. On all other ranks the buffer keeps what it held. A program that prints on the root looks
// right. But if each rank decides by the total whether to go on, the ranks decide differently. Use mpi_allreduce.
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::read_off_the_root {

template <Element T>
Sum<T> read_off_the_root(View<T> a, View<T> b, const Ranks& ranks) {
    const Wrapping<T> own = own_sum(a, b);
    Wrapping<T> total = 0;
    MPI_Reduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, root, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "All ranks read the result of MPI_Reduce, which only the root gets.",
    .misconception = "After a collective call, all ranks have the result.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b, const Ranks& ranks) { return read_off_the_root(a, b, ranks); },
};

}  // namespace reductions::distributed::read_off_the_root
