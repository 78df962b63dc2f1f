// MPI_Iallreduce: a reduction under way while the rank goes on to sum.
//
// Each rank cuts its part into eight pieces. While the library reduces the sum of one piece, the rank sums the next.
// Until MPI_Wait has returned, neither buffer may be touched. That is why there are two of each, used in turn. One
// number per piece is too little to gain anything. The call is for long vectors, and for networks that work without the
// processor.
#include <array>

#include "blocks/chunks.hpp"
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::mpi_iallreduce {

template <Element T>
Sum<T> mpi_iallreduce(View<T> a, View<T> b, const Ranks& ranks) {
    const Chunks pieces{a.size(), 8};  // as many on all ranks, because all must make the same calls
    std::array<Wrapping<T>, 2> own{}, sum{};
    Wrapping<T> total = 0;
    MPI_Request under_way = MPI_REQUEST_NULL;
    for (std::size_t piece = 0; piece < pieces.count(); ++piece) {
        const auto [begin, length] = pieces[piece];
        own[piece % 2] = own_sum(a.subspan(begin, length), b.subspan(begin, length));
        MPI_Wait(&under_way, MPI_STATUS_IGNORE);  // for the piece before, if there is one
        if (piece > 0) total += sum[(piece - 1) % 2];
        MPI_Iallreduce(&own[piece % 2], &sum[piece % 2], 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all, &under_way);
    }
    MPI_Wait(&under_way, MPI_STATUS_IGNORE);
    return static_cast<Sum<T>>(total + sum[(pieces.count() - 1) % 2]);
}

extern const Way way = {
    .shows = "The sum of a piece is reduced while the next piece is summed.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b, const Ranks& ranks) { return mpi_iallreduce(a, b, ranks); },
};

}  // namespace reductions::distributed::mpi_iallreduce
