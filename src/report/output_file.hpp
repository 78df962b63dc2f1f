// Writes a file without risk to the file that it replaces.
#pragma once

#include <filesystem>
#include <string_view>

namespace reductions {

// Throws std::system_error if write_file(path, ...) would fail for a reason that can be known in advance. Call this
// before a long computation.
void check_writable(const std::filesystem::path& path);

// Writes the text to a new file in the same folder, then renames it to the path. If anything fails, such as a full
// disk, the old file stays as it was. A path that is not a regular file, such as a device or a pipe, is written to
// directly. A symbolic link stays a link. Throws std::system_error.
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace reductions
