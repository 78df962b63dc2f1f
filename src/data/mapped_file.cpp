// A file mapped into memory with mmap(2).
#include "data/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace ssd {
namespace {

[[noreturn]] void fail(int error) { throw std::system_error{error, std::generic_category()}; }

// An open file, closed again when the object goes out of scope; a mapping outlives it.
class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& path) : number_{open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
        if (number_ < 0) fail(errno);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(number_); }

    int number() const { return number_; }

private:
    int number_;
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path) {
    const Descriptor file{path};
    struct stat status {};
    if (fstat(file.number(), &status) != 0) fail(errno);
    if (S_ISDIR(status.st_mode)) fail(EISDIR);
    if (!S_ISREG(status.st_mode)) fail(ENODEV);  // what mmap says of devices that it cannot map
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) return;  // nothing to map
    void* const memory = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (memory == MAP_FAILED) fail(errno);
    bytes_ = {static_cast<const std::byte*>(memory), size};
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_{std::exchange(other.bytes_, {})} {}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace ssd
