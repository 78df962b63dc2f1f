// What in this program's surroundings changes what is measured, in words: settings of OpenMP, limits of the system.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reductions {

// Of several environment variables, those that are set: "OMP_THREAD_LIMIT=1, OMP_DYNAMIC=true"; empty if none is.
std::string settings_among(const std::vector<const char*>& names);

// To stand behind a number of delivered threads: " (2 were asked for; OMP_THREAD_LIMIT=1)" where it is not the number
// requested, or need not be; empty where it is. It tries a parallel region out.
std::string note_on_threads();

// What a reader of the times has to know, a sentence each: that a cgroup's quota slows the threads down, and that
// threads without OpenMP share the core to which OpenMP has bound the first one. `quota` is cores_of_cgroups().
std::vector<std::string> constraints(std::size_t threads, std::optional<double> quota);

}  // namespace reductions
