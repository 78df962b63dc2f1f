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
    std::string note_on_threads;           // to print after their number; empty if they are as many as requested
    std::vector<std::string> constraints;  // what changes the times from outside, in sentences
};

// The conditions now, with the threads that are requested now.
Conditions conditions_now();

}  // namespace reductions
