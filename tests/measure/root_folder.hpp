// A folder that looks like the root of a file system, with files such as /proc/meminfo.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "programs/run.hpp"

namespace reductions::testing {

// Empty at first.
class RootFolder {
public:
    RootFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }

    void write(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((path / file).parent_path());
        std::ofstream{path / file} << text;
    }

    const std::filesystem::path path = scratch() / "root";
};

}  // namespace reductions::testing
