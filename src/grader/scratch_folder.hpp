// A folder for one run of the grader, gone at the end of its owner's life.
#pragma once

#include <filesystem>

namespace reductions {

class ScratchFolder {
public:
    // In the system's folder for temporary files. Throws std::system_error.
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace reductions
