// What has to be known before the work begins: whether there are threads enough.
#pragma once

#include <cstddef>
#include <string>

namespace reductions {

// Makes sure that this many threads can run at once, and starts OpenMP's, to be there from now on. OpenMP runtimes end
// the program where they cannot start a thread, so this is tried out first, in a process of its own. Throws InputError,
// which names `asked_by`: who wants so many.
void start_threads(std::size_t threads, const std::string& asked_by);

// Who asks for as many threads as thread_count() says when nothing else is said: "OMP_NUM_THREADS=8", or "8 cores".
std::string who_asks_for_threads();

}  // namespace reductions
