// How much memory there is for this program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace reductions {

struct AvailableMemory {
    std::size_t bytes;       // that can be allocated without swapping
    std::string limited_by;  // what there is no more for: "this machine", "the memory cgroup '/batch/7'", "ulimit -v"
};

// The least of what Linux estimates for the machine, what memory cgroups allow, and what ulimit -v and ulimit -d allow.
// Where the system does not tell, there is no limit. `root` is the folder that has proc and sys.
AvailableMemory available_memory(const std::filesystem::path& root = "/");

// The same when it was first asked for, which is before the work begins.
const AvailableMemory& memory_at_start();

// "200 MB are available (the memory cgroup '/batch/7')"
std::string in_words(const AvailableMemory& memory);

// From now on an allocation beyond memory_at_start() fails, and std::bad_alloc tells of it. Linux would otherwise
// promise the memory and kill the program when it is used. What has been allocated before does not count, nor do the
// stacks of threads that run already, which are address space rather than memory; so this comes after OpenMP's threads
// were started. Does nothing where the system does not say what is available, and under a sanitizer, which reserves far
// more than it uses.
void limit_memory_to_what_is_available();

// Lifts that limit as long as the object lives: while OpenMP starts threads, which ends the program where it fails. A
// new thread has its stack before that of an old one is given back.
class MemoryLimitLifted {
public:
    MemoryLimitLifted();
    MemoryLimitLifted(const MemoryLimitLifted&) = delete;
    MemoryLimitLifted& operator=(const MemoryLimitLifted&) = delete;
    ~MemoryLimitLifted();
};

}  // namespace reductions
