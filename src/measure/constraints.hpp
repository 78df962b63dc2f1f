// What changes the measured times from outside the program, in words: settings of OpenMP and limits of the system.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reductions {

// The environment variables among `names` that are set, such as "OMP_THREAD_LIMIT=1, OMP_DYNAMIC=true". Control
// characters in their values are escaped.
std::string settings_among(const std::vector<const char*>& names);

// The settings of OpenMP's that can make a team smaller than requested, of those that are set.
std::string settings_of_small_teams();

// A note to print after the number of threads, such as " (2 requested; OMP_THREAD_LIMIT=1)". Empty if OpenMP
// always delivers as many threads as requested. Runs a parallel region to find out.
std::string note_on_threads();

// What a reader of the times must know, in sentences: that a cgroup quota stops the threads, or that threads without
// OpenMP share the core to which OpenMP has bound the first thread. `quota` is cores_of_cgroups(). The processes that
// keep `busy_cores` cores busy use it too.
std::vector<std::string> constraints(std::size_t threads, std::optional<double> quota, std::size_t busy_cores = 0);

}  // namespace reductions
