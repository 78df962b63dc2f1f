#include "grader/watched_file.hpp"

#include <sys/stat.h>

namespace reductions {

std::optional<FileStamp> stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileStamp{.file = status.st_ino,
                     .size = status.st_size,
                     .seconds = status.st_mtim.tv_sec,
                     .nanoseconds = status.st_mtim.tv_nsec};
}

bool WatchedFile::was_saved() const {
    const auto now = stamp_of(path_);
    return now && now != seen_;
}

}  // namespace reductions
