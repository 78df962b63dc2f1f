// The machine on which something is measured.
#pragma once

#include <cstddef>
#include <string>

namespace reductions {

struct Machine {
    std::string processor;  // the model's name, or the architecture if the system does not report the name
    std::size_t cores;      // that this program may use
    std::string compiler;   // the name and version of the compiler that built the suite
};

Machine this_machine();

// The processor time that all threads of this program have used so far, in seconds.
double processor_seconds();

// The processor time of the processes that this program has started and that have ended, in seconds.
double processor_seconds_of_ended_processes();

}  // namespace reductions
