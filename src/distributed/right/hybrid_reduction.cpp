// Both at once: OpenMP's reduction clause among the cores of a rank, and MPI between the ranks.
//
// One rank for each node or socket, with a thread for each of its cores, needs fewer messages than a rank for each
// core, and keeps one copy of what all need. Only the main thread calls MPI, and MPI_THREAD_FUNNELED is the level that
// allows it (MPI 4.0, section 11.6). OMP_NUM_THREADS says how many threads each rank has:
//
//     OMP_NUM_THREADS=2 mpiexec.openmpi -n 2 build/release-openmpi/distributed/hybrid_reduction
#include "distributed/way.hpp"

namespace reductions::distributed::hybrid_reduction {

template <Element T>
Sum<T> hybrid_reduction(View<T> a, View<T> b, const Ranks& ranks) {
    Wrapping<T> own = 0;
#pragma omp parallel for reduction(+ : own)
    for (std::size_t i = 0; i < a.size(); ++i) own += squared_difference(a[i], b[i]);

    Wrapping<T> total = 0;
    MPI_Allreduce(&own, &total, 1, datatype<Wrapping<T>>(), MPI_SUM, ranks.all);
    return static_cast<Sum<T>>(total);
}

extern const Way way = {
    .shows = "A reduction clause among the threads of a rank, and MPI_Allreduce between ranks.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b, const Ranks& ranks) { return hybrid_reduction(a, b, ranks); },
};

}  // namespace reductions::distributed::hybrid_reduction
