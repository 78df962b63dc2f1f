// A file mapped into memory, read-only, for as long as the object lives.
#pragma once

#include <atomic>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <span>
#include <string>

namespace ssd {

// The bytes are read from the file when they are touched, so it may be larger than memory. The price is that others can
// change it meanwhile. A file that is replaced by another one of its name, as many programs save, stays whole here. One
// that is written over is not the one that was opened: changed() tells. Touching what has been cut off, or what the
// disk does not deliver, raises SIGBUS: at() tells a handler which file it was.
class MappedFile {
public:
    // Throws std::system_error if the file cannot be opened, and NpyError if it cannot be mapped.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::span<const std::byte> bytes() const { return bytes_; }

    // The path as it may be shown.
    const std::string& name() const { return name_; }

    // Whether the file's length or its time of modification is not what it was when it was opened. That time advances
    // in steps of some milliseconds: what is written in the step in which the file was opened may go unseen.
    bool changed() const;

    // The mapped file that has this address; nullptr if none has. Safe in a signal handler.
    static const MappedFile* at(const void* address);

    // A mapped file that has changed; nullptr if none has.
    static const MappedFile* any_changed();

private:
    // An open file, closed again when the object goes out of scope.
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
    std::atomic<MappedFile*> next_ = nullptr;  // all that exist are a list
};

}  // namespace ssd
