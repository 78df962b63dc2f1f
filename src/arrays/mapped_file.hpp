// A file mapped into memory, read-only, for as long as the object lives.
#pragma once

#include <atomic>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <span>
#include <string>

namespace reductions {

// The bytes are read from the file when they are touched, so the file may be larger than memory. The price is that
// other programs can change it in the meantime. If a file is replaced by another file of the same name, which is how
// many programs save, the mapped file stays whole. If it is overwritten, it is no longer the file that was opened, and
// changed() detects that. Touching bytes that have been cut off, or that the disk does not deliver, raises SIGBUS. at()
// tells a signal handler which file it was.
class MappedFile {
public:
    // Throws std::system_error if the file cannot be opened, and NpyError if it cannot be mapped.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return bytes_; }

    // The path, escaped so that it is safe to print.
    const std::string& name() const { return name_; }

    // Whether the file's length or its modification time has changed since it was opened. That time advances in steps
    // of a few milliseconds, so a change within the step in which the file was opened may go unnoticed.
    bool changed() const;

    // The mapped file that contains this address, or nullptr. Safe in a signal handler.
    static const MappedFile* at(const void* address);

    // A mapped file that has changed, or nullptr.
    static const MappedFile* any_changed();

private:
    // An open file. The destructor closes it.
    class Descriptor {
    public:
        explicit Descriptor(const std::filesystem::path& path);
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
        ~Descriptor();

        int number() const { return number_; }

    private:
        int number_;
    };

    std::string name_;
    Descriptor file_;
    std::timespec modified_{};
    std::span<const std::byte> bytes_;
    std::atomic<MappedFile*> next_ = nullptr;  // all mapped files form a list
};

}  // namespace reductions
