// What the figures were measured on.
#pragma once

#include <cstddef>
#include <string>

namespace reductions {

struct Machine {
    std::string processor;  // its model's name where the system tells it, otherwise its architecture
    std::size_t cores;      // those that this program may run on
    std::string compiler;   // name and version of the one that compiled the suite
};

Machine this_machine();

// The time that this program's threads have spent on cores, all together, in seconds.
double processor_seconds();

}  // namespace reductions
