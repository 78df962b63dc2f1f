// MPI's functions, timed and passed on to MPI. Those that only compute, such as MPI_Reduce_local, are left out.
#include "distributed/time_in_mpi.hpp"

#include <mpi.h>

#include <atomic>

#include "measure/stopwatch.hpp"

namespace reductions::distributed {
namespace {

std::atomic<double> seconds = 0;

// Adds the time of its life, by any thread.
struct Timed {
    Stopwatch stopwatch = {};
    Timed() = default;
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;
    ~Timed() { seconds += stopwatch.seconds(); }
};

}  // namespace

double seconds_in_mpi() { return seconds; }

}  // namespace reductions::distributed

using reductions::distributed::Timed;

int MPI_Allgather(const void* a, int n, MPI_Datatype t, void* b, int m, MPI_Datatype u, MPI_Comm c) {
    const Timed timed;
    return PMPI_Allgather(a, n, t, b, m, u, c);
}

int MPI_Allgatherv(const void* a, int n, MPI_Datatype t, void* b, const int* m, const int* d, MPI_Datatype u,
                   MPI_Comm c) {
    const Timed timed;
    return PMPI_Allgatherv(a, n, t, b, m, d, u, c);
}

int MPI_Allreduce(const void* a, void* b, int n, MPI_Datatype t, MPI_Op o, MPI_Comm c) {
    const Timed timed;
    return PMPI_Allreduce(a, b, n, t, o, c);
}

int MPI_Alltoallv(const void* a, const int* n, const int* d, MPI_Datatype t, void* b, const int* m, const int* e,
                  MPI_Datatype u, MPI_Comm c) {
    const Timed timed;
    return PMPI_Alltoallv(a, n, d, t, b, m, e, u, c);
}

int MPI_Gather(const void* a, int n, MPI_Datatype t, void* b, int m, MPI_Datatype u, int r, MPI_Comm c) {
    const Timed timed;
    return PMPI_Gather(a, n, t, b, m, u, r, c);
}

int MPI_Gatherv(const void* a, int n, MPI_Datatype t, void* b, const int* m, const int* d, MPI_Datatype u, int r,
                MPI_Comm c) {
    const Timed timed;
    return PMPI_Gatherv(a, n, t, b, m, d, u, r, c);
}

int MPI_Iallreduce(const void* a, void* b, int n, MPI_Datatype t, MPI_Op o, MPI_Comm c, MPI_Request* q) {
    const Timed timed;
    return PMPI_Iallreduce(a, b, n, t, o, c, q);
}

int MPI_Reduce(const void* a, void* b, int n, MPI_Datatype t, MPI_Op o, int r, MPI_Comm c) {
    const Timed timed;
    return PMPI_Reduce(a, b, n, t, o, r, c);
}

int MPI_Reduce_scatter_block(const void* a, void* b, int n, MPI_Datatype t, MPI_Op o, MPI_Comm c) {
    const Timed timed;
    return PMPI_Reduce_scatter_block(a, b, n, t, o, c);
}

int MPI_Scan(const void* a, void* b, int n, MPI_Datatype t, MPI_Op o, MPI_Comm c) {
    const Timed timed;
    return PMPI_Scan(a, b, n, t, o, c);
}

int MPI_Wait(MPI_Request* q, MPI_Status* s) {
    const Timed timed;
    return PMPI_Wait(q, s);
}

int MPI_Accumulate(const void* a, int n, MPI_Datatype t, int r, MPI_Aint p, int m, MPI_Datatype u, MPI_Op o,
                   MPI_Win w) {
    const Timed timed;
    return PMPI_Accumulate(a, n, t, r, p, m, u, o, w);
}

int MPI_Get(void* a, int n, MPI_Datatype t, int r, MPI_Aint p, int m, MPI_Datatype u, MPI_Win w) {
    const Timed timed;
    return PMPI_Get(a, n, t, r, p, m, u, w);
}

int MPI_Put(const void* a, int n, MPI_Datatype t, int r, MPI_Aint p, int m, MPI_Datatype u, MPI_Win w) {
    const Timed timed;
    return PMPI_Put(a, n, t, r, p, m, u, w);
}

int MPI_Win_allocate(MPI_Aint s, int u, MPI_Info i, MPI_Comm c, void* b, MPI_Win* w) {
    const Timed timed;
    return PMPI_Win_allocate(s, u, i, c, b, w);
}

int MPI_Win_fence(int f, MPI_Win w) {
    const Timed timed;
    return PMPI_Win_fence(f, w);
}

int MPI_Win_flush(int r, MPI_Win w) {
    const Timed timed;
    return PMPI_Win_flush(r, w);
}

int MPI_Win_lock(int l, int r, int f, MPI_Win w) {
    const Timed timed;
    return PMPI_Win_lock(l, r, f, w);
}

int MPI_Win_unlock(int r, MPI_Win w) {
    const Timed timed;
    return PMPI_Win_unlock(r, w);
}

int MPI_Win_free(MPI_Win* w) {
    const Timed timed;
    return PMPI_Win_free(w);
}
