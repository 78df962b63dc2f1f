// Which threads this program has, and which cores they are on.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <vector>

namespace reductions {

// The ids of this program's threads, in ascending order; none where the system does not tell.
std::vector<pid_t> threads_of_this_program();

// The numbers of the cores that this program may use: those that the calling thread may run on, and those of OpenMP's
// places, where threads are bound. None where the system does not tell.
std::vector<std::size_t> allowed_cores();

// Whether OpenMP's threads are bound to places: by OMP_PROC_BIND, OMP_PLACES, GOMP_CPU_AFFINITY or KMP_AFFINITY. Batch
// systems set these.
bool threads_are_bound();

// The number of cores that the calling thread may run on; 0 where the system does not tell.
std::size_t cores_of_this_thread();

// Moves these threads and the calling one to different cores, as far as there are enough, and leaves them free to move
// on. New threads often begin on one core; while they wait for each other there, a parallel region of microseconds
// takes milliseconds, until the scheduler notices. Does nothing where OpenMP's threads are bound, which then are where
// the user wants them.
void spread_over_cores(const std::vector<pid_t>& threads);

}  // namespace reductions
