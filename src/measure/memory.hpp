// How much memory this program may use.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <stdexcept>
#include <string>

namespace reductions {

struct AvailableMemory {
    static constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();

    std::size_t bytes;       // that can be allocated without swapping; `unknown` if the system does not report it
    std::string limited_by;  // what sets the limit: "this machine", "the memory cgroup '/batch/7'" or "ulimit -v"
};

// Something needs more memory than there is. The message says what needs it. The program adds how much is available.
struct NotEnoughMemory : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The least of four: Linux's estimate for the machine, and what memory cgroups, ulimit -v and ulimit -d leave. `root`
// is the folder that contains proc and sys.
AvailableMemory available_memory(const std::filesystem::path& root = "/");

// The memory that was available at the first call of this function, which programs make before their work begins.
const AvailableMemory& memory_at_start();

// From now on, an allocation beyond memory_at_start() fails with std::bad_alloc. Without this, Linux promises the
// memory and kills the program when it uses it. Memory that is already allocated does not count. Stacks of threads that
// already run do not count either; they are address space rather than memory. So call this after OpenMP has started its
// threads. Does nothing if the system does not say what is available, or under a sanitizer, which reserves far more
// than it uses.
void limit_memory_to_what_is_available();

// Lifts that limit while the object lives, so that OpenMP can start threads: it ends the program if that fails. A new
// thread gets its stack before the stack of an old one is freed.
class MemoryLimitLifted {
public:
    MemoryLimitLifted();
    MemoryLimitLifted(const MemoryLimitLifted&) = delete;
    MemoryLimitLifted& operator=(const MemoryLimitLifted&) = delete;
    ~MemoryLimitLifted();
};

}  // namespace reductions
