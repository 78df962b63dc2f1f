// Where the control groups of this program are in the file system.
#include "measure/cgroup_hierarchy.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <fstream>
#include <optional>
#include <sstream>

namespace reductions {
namespace {

namespace fs = std::filesystem;

// Whether a list such as "cpu,memory" contains a word.
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
    bool unified;          // version 2, which has one hierarchy for all controllers
    std::string mounted;   // the group at the mount point: in a container, often the container's own group
    fs::path mount_point;  // below `root`
};

// The hierarchy of version 1 that has the controller, otherwise the unified one.
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

}  // namespace

std::vector<ControlGroup> control_groups(std::string_view controller, const fs::path& root) {
    const auto hierarchy = hierarchy_of(controller, root);
    if (!hierarchy) return {};
    const auto own = own_group(*hierarchy, controller, root);
    if (!own) return {};
    fs::path below = fs::path{*own}.lexically_relative(hierarchy->mounted);
    // If this program's group is not visible, the mounted one has the limits that we can see.
    if (below.empty() || below.begin()->string() == "..") below = ".";
    std::vector<ControlGroup> groups;
    for (; below != "." && !below.empty(); below = below.parent_path()) {
        groups.push_back({(fs::path{hierarchy->mounted} / below).string(), hierarchy->mount_point / below});
    }
    groups.push_back({hierarchy->mounted, hierarchy->mount_point});
    return groups;
}

}  // namespace reductions
