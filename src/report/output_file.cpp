// Writes a file without risk to the file that it replaces.
#include "report/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace reductions {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail() { throw std::system_error{errno, std::generic_category()}; }

bool is_directly_written(const fs::path& path) { return fs::exists(path) && !fs::is_regular_file(path); }

// An open file. Some systems report only in close() that writing has failed.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_{descriptor} {
        if (descriptor_ < 0) fail();
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    void write(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t written = ::write(descriptor_, text.data(), text.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail();
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void set_mode(mode_t mode) const {
        if (fchmod(descriptor_, mode) != 0) fail();
    }

    void synchronise() const {
        if (fsync(descriptor_) != 0) fail();
    }

    void close() {
        if (::close(std::exchange(descriptor_, -1)) != 0) fail();
    }

private:
    int descriptor_;
};

// A new file in the folder of the path. It is removed again unless it has replaced the file at the path.
class Replacement {
public:
    explicit Replacement(const fs::path& path)
        : path_{fs::exists(path) ? fs::canonical(path) : path},
          name_{path_.string() + ".XXXXXX"},
          file_{mkostemp(name_.data(), O_CLOEXEC)} {}
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    ~Replacement() {
        if (!name_.empty()) unlink(name_.c_str());
    }

    void write(std::string_view text) {
        file_.write(text);
        const mode_t mask = umask(0);
        umask(mask);
        struct stat before {};
        file_.set_mode(stat(path_.c_str(), &before) == 0 ? before.st_mode : 0666 & ~mask);
        file_.synchronise();
        file_.close();
        fs::rename(name_, path_);
        name_.clear();
    }

private:
    fs::path path_;
    std::string name_;
    OpenFile file_;
};

}  // namespace

void check_writable(const fs::path& path) {
    if (fs::is_directory(path)) throw std::system_error{EISDIR, std::generic_category()};
    if (fs::exists(path) && access(path.c_str(), W_OK) != 0) fail();
    if (!is_directly_written(path)) Replacement{path};
}

void write_file(const fs::path& path, std::string_view text) {
    if (is_directly_written(path)) {
        OpenFile file{open(path.c_str(), O_WRONLY | O_CLOEXEC)};
        file.write(text);
        file.close();
    } else {
        Replacement{path}.write(text);
    }
}

}  // namespace reductions
