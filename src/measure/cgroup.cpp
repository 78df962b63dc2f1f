// What a control group allows this program.
#include "measure/cgroup.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string_view>
#include <vector>

namespace reductions {
namespace {

namespace fs = std::filesystem;

// Of text such as "cpu,memory".
bool has_word(const std::string& list, std::string_view wanted) {
    std::istringstream words{list};
    for (std::string word; std::getline(words, word, ',');) {
        if (word == wanted) return true;
    }
    return false;
}

// The kernel writes a space in a path as \040.
std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int code = 0;
        const char* const digits = text.data() + std::min(i + 1, text.size());
        const char* const end = text.data() + std::min(i + 4, text.size());
        if (text[i] == '\\' && end - digits == 3 && std::from_chars(digits, end, code, 8).ptr == end) {
            plain += static_cast<char>(code);
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

// A hierarchy of groups in the file system.
struct Hierarchy {
    bool unified;          // version 2, which has one for all controllers
    std::string mounted;   // which group is at the mount point: in a container, often its own
    fs::path mount_point;  // below `root`
};

// That of a controller such as "memory": of version 1 if there is one, otherwise the unified one.
std::optional<Hierarchy> hierarchy_of(std::string_view controller, const fs::path& root) {
    std::optional<Hierarchy> unified;
    std::ifstream mounts{root / "proc/self/mountinfo"};
    for (std::string line; std::getline(mounts, line);) {
        // 36 35 98:0 <group> <mount point> <options> ... - <type> <source> <options of the file system>
        std::istringstream fields{line};
        std::string field;
        std::string group;
        std::string mount_point;
        std::string type;
        std::string options;
        fields >> field >> field >> field >> group >> mount_point;
        while (fields >> field && field != "-") {
        }
        fields >> type >> field >> options;
        const Hierarchy found{type == "cgroup2", without_escapes(group),
                              root / fs::path{without_escapes(mount_point)}.relative_path()};
        if (type == "cgroup" && has_word(options, controller)) return found;
        if (found.unified && !unified) unified = found;
    }
    return unified;
}

// The path of this program's group in a hierarchy.
std::optional<std::string> own_group(const Hierarchy& hierarchy, std::string_view controller, const fs::path& root) {
    std::ifstream groups{root / "proc/self/cgroup"};
    for (std::string line; std::getline(groups, line);) {  // <number>:<controllers>:<path>
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        const std::string controllers = line.substr(first + 1, second - first - 1);
        if (hierarchy.unified ? controllers.empty() : has_word(controllers, controller)) return line.substr(second + 1);
    }
    return std::nullopt;
}

struct Group {
    std::string name;
    fs::path folder;
};

// This program's group and all around it, as far as they are visible, the innermost first.
std::vector<Group> groups_of(std::string_view controller, const fs::path& root) {
    const auto hierarchy = hierarchy_of(controller, root);
    if (!hierarchy) return {};
    const auto own = own_group(*hierarchy, controller, root);
    if (!own) return {};
    fs::path below = fs::path{*own}.lexically_relative(hierarchy->mounted);
    if (below.empty() || below.begin()->string() == "..") below = ".";  // not visible: what is mounted has to do
    std::vector<Group> groups;
    for (; below != "." && !below.empty(); below = below.parent_path()) {
        groups.push_back({(fs::path{hierarchy->mounted} / below).string(), hierarchy->mount_point / below});
    }
    groups.push_back({hierarchy->mounted, hierarchy->mount_point});
    return groups;
}

// The number with which a file begins; nothing where there is no such file, or where it has a word such as "max".
template <typename Number>
std::optional<Number> number_in(const fs::path& path) {
    std::ifstream file{path};
    Number number{};
    if (file >> number) return number;
    return std::nullopt;
}

// Of the files that are in memory because they were read, and give way when it is needed.
std::size_t cached_files(const fs::path& statistics) {
    std::ifstream file{statistics};
    std::size_t own = 0;
    std::size_t with_groups_inside = 0;  // as version 1 has it; in version 2 all figures are of this kind
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
    for (const auto& [name, folder] : groups_of("memory", root)) {
        // Beyond memory.high the kernel slows the group down; beyond the others it ends it.
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
    for (const auto& [name, folder] : groups_of("cpu", root)) {
        double quota = 0;
        double period = 0;
        std::ifstream unified{folder / "cpu.max"};
        if (!(unified >> quota >> period)) {
            quota = number_in<double>(folder / "cpu.cfs_quota_us").value_or(0);
            period = number_in<double>(folder / "cpu.cfs_period_us").value_or(0);
        }
        if (quota <= 0 || period <= 0) continue;  // -1: not limited
        if (!least || quota / period < *least) least = quota / period;
    }
    return least;
}

}  // namespace reductions
