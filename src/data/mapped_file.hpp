// A file mapped into memory, read-only, for as long as the object lives.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace ssd {

// Movable, not copyable. The bytes are read from the file when they are touched.
class MappedFile {
public:
    // Throws std::system_error where the file cannot be opened or mapped.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(const MappedFile&) = delete;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(const MappedFile&) = delete;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return bytes_; }

private:
    std::span<const std::byte> bytes_;
};

}  // namespace ssd
