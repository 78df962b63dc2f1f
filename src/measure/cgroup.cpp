// What control groups allow this program.
#include "measure/cgroup.hpp"

#include <algorithm>
#include <fstream>

#include "measure/cgroup_hierarchy.hpp"

namespace reductions {
namespace {

namespace fs = std::filesystem;

// The number at the beginning of a file. Nothing if there is no such file, or if it contains a word such as "max".
template <typename Number>
std::optional<Number> number_in(const fs::path& path) {
    std::ifstream file{path};
    Number number{};
    if (file >> number) return number;
    return std::nullopt;
}

// The bytes of files that the kernel keeps in memory and drops when the memory is needed.
std::size_t cached_files(const fs::path& statistics) {
    std::ifstream file{statistics};
    std::size_t own = 0;
    std::size_t with_groups_inside = 0;  // version 1 counts these separately; in version 2 every figure includes them
    std::string name;
    for (std::size_t bytes = 0; file >> name >> bytes;) {
        if (name == "inactive_file" || name == "active_file") own += bytes;
        if (name == "total_inactive_file" || name == "total_active_file") with_groups_inside += bytes;
    }
    return std::max(own, with_groups_inside);
}

}  // namespace

std::optional<MemoryLimit> memory_left_by_cgroups(const fs::path& root) {
    std::optional<MemoryLimit> least;
    for (const auto& [name, folder] : control_groups("memory", root)) {
        // Above memory.high the kernel slows the group down. Above the other two it kills processes.
        for (const char* const file : {"memory.max", "memory.high", "memory.limit_in_bytes"}) {
            const auto limit = number_in<std::size_t>(folder / file);
            if (!limit) continue;
            const std::size_t used =
                number_in<std::size_t>(folder / "memory.current")
                    .value_or(number_in<std::size_t>(folder / "memory.usage_in_bytes").value_or(0));
            const std::size_t in_use = used - std::min(used, cached_files(folder / "memory.stat"));
            const std::size_t left = *limit - std::min(*limit, in_use);
            if (!least || left < least->bytes) least = {left, name};
        }
    }
    return least;
}

std::optional<double> cores_of_cgroups(const fs::path& root) {
    std::optional<double> least;
    for (const auto& [name, folder] : control_groups("cpu", root)) {
        double quota = 0;
        double period = 0;
        std::ifstream unified{folder / "cpu.max"};
        if (!(unified >> quota >> period)) {
            quota = number_in<double>(folder / "cpu.cfs_quota_us").value_or(0);
            period = number_in<double>(folder / "cpu.cfs_period_us").value_or(0);
        }
        if (quota <= 0 || period <= 0) continue;  // a quota of -1 means no limit
        if (!least || quota / period < *least) least = quota / period;
    }
    return least;
}

}  // namespace reductions
