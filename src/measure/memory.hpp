// How much memory there is for this program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace ssd {

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

// Of private memory that can be written to, in bytes, with thread stacks, and used or not: what RLIMIT_DATA counts.
std::size_t data_of_this_program();

}  // namespace ssd
