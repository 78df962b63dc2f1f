#include "grader/scratch_folder.hpp"

#include <cstdlib>
#include <string>

#include "grader/descriptor.hpp"

namespace reductions {

ScratchFolder::ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "grader-XXXXXX").string();
    if (!::mkdtemp(name.data())) succeeded(-1, name);
    path_ = name;
    // Other users, as whom submissions run, find their own folders in it.
    std::filesystem::permissions(path_, std::filesystem::perms{0711});
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace reductions
