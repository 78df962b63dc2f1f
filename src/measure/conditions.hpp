// The conditions under which something is measured.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "measure/machine.hpp"

namespace reductions {

struct Conditions {
    Machine machine;
    std::size_t threads;                   // the team that OpenMP delivers
    std::size_t busy_cores;                // kept busy with other work by this program (measure/busy_cores.hpp)
    std::string note_on_threads;           // to print after their number; empty if they are as many as requested
    std::vector<std::string> constraints;  // what changes the times from outside, in sentences
    std::vector<std::string> files = {};   // two .npy files that contain the arrays; empty for generated arrays
};

// The conditions now, with the threads that are requested now.
Conditions conditions_now(std::size_t busy_cores = 0);

}  // namespace reductions
