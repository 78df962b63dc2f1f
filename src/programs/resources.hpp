// What has to be known before the work begins: whether memory and threads will do.
#pragma once

#include <cstddef>
#include <string>

namespace ssd {

// From now on an allocation beyond the memory that is available fails, and std::bad_alloc tells of it. Linux would
// otherwise promise the memory and kill the program when it is used. Threads that run already keep their stacks, which
// are address space rather than memory; so this comes after start_threads(). Does nothing where the system does not say
// what is available, and under a sanitizer, which reserves far more than it uses.
void limit_memory_to_what_is_available();

// Makes sure that this many threads can run at once, and starts OpenMP's, to be there from now on. OpenMP runtimes end
// the program where they cannot start a thread, so this is tried out first, in a process of its own. Throws InputError,
// which names `asked_by`: who wants so many.
void start_threads(std::size_t threads, const std::string& asked_by);

// Who asks for as many threads as thread_count() says when nothing else is said: "OMP_NUM_THREADS=8", or "8 cores".
std::string who_asks_for_threads();

}  // namespace ssd
