// Which threads this program has, and on which cores they run.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <vector>

namespace reductions {

// The ids of this program's threads, in ascending order. None if the system does not report them.
std::vector<pid_t> threads_of_this_program();

// The numbers of the cores that this program may use: the cores of the calling thread and, if OpenMP's threads are
// bound, the cores of OpenMP's places. None if the system does not report them.
std::vector<std::size_t> allowed_cores();

// Whether OpenMP's threads are bound to places, by OMP_PROC_BIND, OMP_PLACES, GOMP_CPU_AFFINITY or KMP_AFFINITY. Batch
// systems set these.
bool threads_are_bound();

// The number of cores on which the calling thread may run. 0 if the system does not report it.
std::size_t cores_of_this_thread();

// Binds the calling thread to one core. Returns whether the system allows that. Does nothing, and returns true, if the
// system has no such function. Async-signal-safe.
bool stay_on_core(std::size_t core);

// A core for each of so many threads: the cores after `here`, the caller's, in turn. There must be at least one core.
std::vector<std::size_t> cores_for(std::size_t threads, std::vector<std::size_t> cores, std::size_t here);

// Moves these threads and the calling one to different cores, as far as there are enough cores. Afterwards the
// scheduler may move them again. New threads often start on one core. While they wait for each other there, a parallel
// region of microseconds takes milliseconds, until the scheduler notices. Does nothing if OpenMP's threads are bound:
// then they are where the user wants them.
void spread_over_cores(const std::vector<pid_t>& threads);

}  // namespace reductions
