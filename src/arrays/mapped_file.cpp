// mmap(2), and a list of all mapped files.
#include "arrays/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <mutex>
#include <system_error>

#include "arrays/npy_error.hpp"
#include "arrays/printable.hpp"

namespace reductions {
namespace {

using Link = std::atomic<MappedFile*>;
static_assert(Link::is_always_lock_free, "a signal handler reads the list");

Link first = nullptr;
std::mutex changing_the_list;

[[noreturn]] void fail(int error) { throw std::system_error{error, std::generic_category()}; }

// Refuses what cannot be mapped before it is opened, because opening has side effects: opening a pipe waits for a
// writer, and opening a device may start an action.
void check_kind(const std::filesystem::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) fail(errno);
    if (S_ISREG(status.st_mode)) return;
    if (S_ISDIR(status.st_mode)) fail(EISDIR);
    const char* const kind = S_ISFIFO(status.st_mode) ? "a pipe" : S_ISSOCK(status.st_mode) ? "a socket" : "a device";
    throw NpyError{std::string{kind} +
                   ": only a regular file can be mapped into memory, so save the bytes to one first"};
}

struct stat status_of(int descriptor) {
    struct stat status {};
    if (fstat(descriptor, &status) != 0) fail(errno);
    return status;
}

}  // namespace

// Opens without waiting, in case a pipe has replaced the file since it was checked.
MappedFile::Descriptor::Descriptor(const std::filesystem::path& path)
    : number_{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)} {
    if (number_ < 0) fail(errno);
}

MappedFile::Descriptor::~Descriptor() { close(number_); }

MappedFile::MappedFile(const std::filesystem::path& path)
    : name_{printable(path.string())}, file_{(check_kind(path), path)} {
    const struct stat status = status_of(file_.number());
    modified_ = status.st_mtim;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size != 0) {  // an empty file cannot be mapped
        void* const memory = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file_.number(), 0);
        if (memory == MAP_FAILED)
            throw NpyError{"cannot be mapped into memory: " + std::generic_category().message(errno)};
        bytes_ = {static_cast<const std::byte*>(memory), size};
    }
    const std::lock_guard lock{changing_the_list};
    next_ = first.load();
    first = this;
}

MappedFile::~MappedFile() {
    {
        const std::lock_guard lock{changing_the_list};
        Link* link = &first;
        while (*link != this) link = &link->load()->next_;
        *link = next_.load();
    }
    if (!bytes_.empty()) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

bool MappedFile::changed() const {
    const struct stat now = status_of(file_.number());
    return static_cast<std::size_t>(now.st_size) != bytes_.size() || now.st_mtim.tv_sec != modified_.tv_sec ||
           now.st_mtim.tv_nsec != modified_.tv_nsec;
}

const MappedFile* MappedFile::at(const void* address) {
    const std::less<> before;
    for (const MappedFile* file = first; file != nullptr; file = file->next_) {
        const void* const begin = file->bytes_.data();
        const void* const end = file->bytes_.data() + file->bytes_.size();
        if (!before(address, begin) && before(address, end)) return file;
    }
    return nullptr;
}

const MappedFile* MappedFile::any_changed() {
    const std::lock_guard lock{changing_the_list};
    for (const MappedFile* file = first; file != nullptr; file = file->next_) {
        if (file->changed()) return file;
    }
    return nullptr;
}

}  // namespace reductions
