// What control groups allow this program. Containers, batch systems and systemd use them to limit programs
// (cgroups(7)).
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace reductions {

// Both functions read Linux's files in /proc and /sys/fs/cgroup, for both versions of cgroups. `root` is the folder
// that contains proc and sys. The limits of the program's own group and of all groups around it count, as far as they
// are visible.

struct MemoryLimit {
    std::size_t bytes;  // that may still be used: the limit minus the memory in use, without cached files
    std::string group;  // the group that has the limit, as a path in the hierarchy
};

// Nothing if memory is not limited.
std::optional<MemoryLimit> memory_left_by_cgroups(const std::filesystem::path& root = "/");

// The processor time that the group gets, as a number of cores such as 1.5. Nothing if it is not limited.
std::optional<double> cores_of_cgroups(const std::filesystem::path& root = "/");

}  // namespace reductions
