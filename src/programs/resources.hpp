// Checks before the work begins whether the system provides enough threads.
#pragma once

#include <cstddef>
#include <string>

namespace reductions {

// Checks that this many threads can run at once, and starts OpenMP's. An OpenMP runtime ends the program if it cannot
// start a thread, so a child process tries first. Throws InputError, which begins with `asked_by`: the option or
// setting that asks for the threads.
void start_threads(std::size_t threads, const std::string& asked_by);

// What determines requested_threads() if the program has not set it: "OMP_NUM_THREADS=8" or "8 cores".
std::string who_asks_for_threads();

}  // namespace reductions
