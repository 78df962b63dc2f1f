// What a control group allows this program: how a container, a batch system or systemd limits it (cgroups(7)).
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace reductions {

// All functions read the files that Linux has in /proc and /sys/fs/cgroup, of both versions of cgroups; `root` is where
// these folders are. The group's limit counts, and those of all groups around it, as far as they are visible.

struct MemoryLimit {
    std::size_t bytes;  // that may still be used: the limit, less what is in use; cached files do not count
    std::string group;  // whose limit it is, as a path in the hierarchy
};

// Nothing where memory is not limited.
std::optional<MemoryLimit> memory_left_by_cgroups(const std::filesystem::path& root = "/");

// The time on cores that the group gets, as a number of cores, such as 1.5; nothing where it is not limited.
std::optional<double> cores_of_cgroups(const std::filesystem::path& root = "/");

}  // namespace reductions
