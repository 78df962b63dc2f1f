// Where the control groups of this program are in the file system.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

struct ControlGroup {
    std::string name;              // its path in the hierarchy, such as /batch/7
    std::filesystem::path folder;  // with its files
};

// This program's group for a controller such as "memory", and the groups around it as far as they are visible,
// innermost first. `root` is the folder that contains proc and sys.
std::vector<ControlGroup> control_groups(std::string_view controller, const std::filesystem::path& root);

}  // namespace reductions
