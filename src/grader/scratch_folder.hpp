// A folder for one run of the grader, gone at the end of its owner's life. If the grader was killed, the next one
// removes it.
#pragma once

#include <filesystem>

#include "grader/descriptor.hpp"

namespace reductions {

class ScratchFolder {
public:
    // In the system's folder for temporary files. First removes the folders of earlier runs that were killed. Throws
    // std::system_error.
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    Descriptor lock_;  // on the folder, as long as this process lives
};

}  // namespace reductions
