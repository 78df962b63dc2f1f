// Several threads of each rank call MPI_Allreduce at once, without MPI_THREAD_MULTIPLE.
//
// MPI_THREAD_FUNNELED promises the library that only the main thread calls it, so the library takes no locks. The
// promise is not checked. Even with MPI_THREAD_MULTIPLE, collective calls on one communicator must come one after the
// other, because nothing says which call of one rank belongs to which of another (MPI 4.0, section 6.14). Each thread
// would need a communicator of its own. The result is a right sum, a wrong one, a crash, or ranks that wait forever.
#include "blocks/chunks.hpp"
#include "distributed/own_sum.hpp"
#include "distributed/way.hpp"

namespace reductions::distributed::reduced_by_all_threads {

template <Element T>
Sum<T> reduced_by_all_threads(View<T> a, View<T> b, const Ranks& ranks) {
    const Chunks shares{a.size(), 2};
    Wrapping<T> total = 0;
#pragma omp parallel for num_threads(2) schedule(static, 1) reduction(+ : total)
    for (std::size_t thread = 0; thread < shares.count(); ++thread) {
        const auto [begin, length] = shares[thread];
        const Wrapping<T> own = own_sum(a.subspan(begin, length), b.subspan(begin, length));
        Wrapping<T> of_all = 0;
        MPI_Allreduce(&own, &of_all, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
        total += of_all;
    }
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "Several threads of a rank call MPI_Allreduce at once.",
    .misconception = "MPI may be called by any thread.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b, const Ranks& ranks) { return reduced_by_all_threads(a, b, ranks); },
};

}  // namespace reductions::distributed::reduced_by_all_threads
