// What has to be known before the work begins: whether memory and threads will do.
#pragma once

#include <cstddef>

namespace ssd {

// Bytes that can be allocated without swapping, as Linux estimates it; 0 where it is not told.
std::size_t available_memory();

// From now on an allocation beyond the memory that the system has available fails, and std::bad_alloc tells of it.
// Linux would otherwise promise the memory and kill the program when it is used. Does nothing where the system does not
// say what is available, and under a sanitizer, which reserves far more than it uses.
void limit_memory_to_what_is_available();

// Whether this many threads can run at once. OpenMP runtimes end the program where they cannot start a thread, so this
// is tried out first with std::thread; if it works, OpenMP's own threads are started too, to be there from now on.
bool threads_can_be_had(std::size_t threads);

}  // namespace ssd
