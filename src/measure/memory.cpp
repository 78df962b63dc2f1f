// How much memory this program may use.
#include "measure/memory.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>

#include "measure/cgroup.hpp"
#include "measure/sanitizer.hpp"

namespace reductions {
namespace {

// The size in bytes from the line that begins with `wanted`, such as "VmData:   300 kB".
std::optional<std::size_t> size_in(const std::filesystem::path& path, std::string_view wanted) {
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(wanted)) return std::stoull(line.substr(wanted.size())) * 1024;
    }
    return std::nullopt;
}

// The bytes that a limit of setrlimit(2) leaves.
std::size_t left_by(decltype(RLIMIT_AS) resource, std::string_view used) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return AvailableMemory::unknown;
    const std::size_t in_use = size_in("/proc/self/status", used).value_or(0);
    return limit.rlim_cur - std::min<std::size_t>(limit.rlim_cur, in_use);
}

// RLIMIT_DATA limits all private memory that can be written to, used or not.
rlimit limit_at_start{};          // the user's
std::optional<rlim_t> own_limit;  // this program's, once it has set one

void set_data_limit(rlim_t bytes) {
    rlimit limit = limit_at_start;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_DATA, &limit);
}

}  // namespace

AvailableMemory available_memory(const std::filesystem::path& root) {
    AvailableMemory least{size_in(root / "proc/meminfo", "MemAvailable:").value_or(AvailableMemory::unknown),
                          "this machine"};
    const auto consider = [&least](std::size_t bytes, const std::string& limited_by) {
        if (bytes < least.bytes) least = {bytes, limited_by};
    };
    if (const auto cgroup = memory_left_by_cgroups(root)) {
        consider(cgroup->bytes, "the memory cgroup '" + cgroup->group + '\'');
    }
    consider(left_by(RLIMIT_AS, "VmSize:"), "ulimit -v");
    consider(left_by(RLIMIT_DATA, "VmData:"), "ulimit -d");
    return least;
}

const AvailableMemory& memory_at_start() {
    static const AvailableMemory memory = available_memory();
    return memory;
}

void limit_memory_to_what_is_available() {
    const std::size_t available = built_with_sanitizer ? 0 : memory_at_start().bytes;
    const std::size_t in_use = size_in("/proc/self/status", "VmData:").value_or(0);
    if (available == 0 || in_use == 0 || getrlimit(RLIMIT_DATA, &limit_at_start) != 0) return;
    const rlim_t user_allows = limit_at_start.rlim_cur;
    if (available >= user_allows - std::min<rlim_t>(user_allows, in_use)) return;
    own_limit = in_use + available;
    set_data_limit(*own_limit);
}

MemoryLimitLifted::MemoryLimitLifted() {
    if (own_limit) set_data_limit(limit_at_start.rlim_cur);
}

MemoryLimitLifted::~MemoryLimitLifted() {
    if (own_limit) set_data_limit(*own_limit);
}

}  // namespace reductions
