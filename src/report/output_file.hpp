// Writing a file without losing the one that was there.
#pragma once

#include <filesystem>
#include <string_view>

namespace reductions {

// Throws std::system_error where write_file(path, ...) would fail for a reason that can be known before: to be called
// before a long computation whose result is to be written.
void check_writable(const std::filesystem::path& path);

// Writes the text to a new file beside the path, then puts it in the path's place: whatever goes wrong (a full disk,
// for one), the file that was there stays whole. A path that is not a regular file (a device, a pipe) is written to
// directly; a symbolic link stays one. Throws std::system_error.
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace reductions
