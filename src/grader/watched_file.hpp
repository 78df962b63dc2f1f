// Notices that an editor has saved a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace reductions {

// What changes if a file is saved. Many editors save by writing another file and renaming it, so that for a moment
// there may be no file.
struct FileStamp {
    std::uint64_t file;  // the inode
    std::int64_t size;
    std::int64_t seconds;  // of the last change
    std::int64_t nanoseconds;

    bool operator==(const FileStamp&) const = default;
};

// Nothing if there is no such file.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

class WatchedFile {
public:
    explicit WatchedFile(std::filesystem::path path) : path_{std::move(path)}, seen_{stamp_of(path_)} {}

    const std::filesystem::path& path() const { return path_; }

    // Whether the file exists and differs from the one that was seen last.
    bool was_saved() const;

    // From now on this is the file that was seen last.
    void see() { seen_ = stamp_of(path_); }

    // Makes the file count as saved, if it exists.
    void forget() { seen_.reset(); }

private:
    std::filesystem::path path_;
    std::optional<FileStamp> seen_;
};

}  // namespace reductions
