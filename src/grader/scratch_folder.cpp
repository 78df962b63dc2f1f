#include "grader/scratch_folder.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace reductions {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view beginning = "reductions-grader-";
constexpr std::string_view random_part = "XXXXXX";

// Nothing if it is a link, or no folder.
Descriptor open_folder(const fs::path& path) {
    return Descriptor{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
}

bool is_name_of_scratch_folder(const std::string& name) {
    return name.starts_with(beginning) && name.size() == beginning.size() + random_part.size();
}

// The kernel takes a grader's lock away when the grader ends, however it ends. A process number would not do: another
// process may have the same one later.
void remove_if_abandoned(const fs::path& path) {
    const Descriptor folder = open_folder(path);
    struct stat status {};
    if (folder.number() < 0 || ::fstat(folder.number(), &status) != 0 || status.st_uid != ::geteuid()) return;
    if (::flock(folder.number(), LOCK_EX | LOCK_NB) != 0) return;
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

void remove_abandoned_in(const fs::path& parent) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator{parent, ignored}) {
        if (is_name_of_scratch_folder(entry.path().filename().string())) remove_if_abandoned(entry.path());
    }
}

}  // namespace

ScratchFolder::ScratchFolder() {
    const fs::path parent = fs::temp_directory_path();
    remove_abandoned_in(parent);
    do {
        std::string name = (parent / beginning).string() + std::string{random_part};
        if (!::mkdtemp(name.data())) succeeded(-1, name);
        path_ = name;
        lock_ = open_folder(path_);
        // Another grader that starts now may have locked it first, to remove it. Then there must be a new one.
        ::flock(lock_.number(), LOCK_EX);
    } while (!fs::exists(path_));
    // Other users, as whom submissions run, find their own folders in it.
    fs::permissions(path_, fs::perms{0711});
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace reductions
