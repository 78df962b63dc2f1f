// Mapped files, while others write to them, cut them short or replace them.
#include "arrays/mapped_file.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/stat.h>

#include "arrays/npy.hpp"
#include "arrays/npy_error.hpp"
#include "catch.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
namespace fs = std::filesystem;

namespace {

// Writes a file and sets its time back by an hour. So a later write changes the time, even if the file system's clock
// is coarse.
fs::path file_with(const std::string& content) {
    fs::path path = scratch() / "mapped";
    fs::remove(path);
    std::ofstream{path, std::ios::binary} << content;
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours{1});
    return path;
}

std::string npy_file() {
    std::string dict = "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }";
    dict.resize(118, ' ');
    return std::string{"\x93NUMPY\x01\x00\x76\x00", 10} + dict + std::string(24, '\1');
}

}  // namespace

TEST_CASE("a mapped file is found by any address in it", "[mapped]") {
    const MappedFile file{file_with("content")};
    const std::byte* const begin = file.bytes().data();
    CHECK(MappedFile::at(begin) == &file);
    CHECK(MappedFile::at(begin + 6) == &file);
    CHECK(MappedFile::at(begin + 7) == nullptr);
    CHECK(MappedFile::at(begin - 1) == nullptr);
    CHECK(MappedFile::at(nullptr) == nullptr);
}

TEST_CASE("mapped files can be destroyed in any order", "[mapped]") {
    const fs::path path = file_with("content");
    auto first = std::make_unique<MappedFile>(path);
    auto second = std::make_unique<MappedFile>(path);
    auto third = std::make_unique<MappedFile>(path);
    const std::byte* const in_second = second->bytes().data();
    second.reset();
    CHECK(MappedFile::at(in_second) == nullptr);
    CHECK(MappedFile::at(first->bytes().data()) == first.get());
    third.reset();
    CHECK(MappedFile::at(first->bytes().data()) == first.get());
    first.reset();
    CHECK(MappedFile::any_changed() == nullptr);
}

TEST_CASE("a file that is overwritten, cut short or extended has changed", "[mapped]") {
    const fs::path path = file_with("content");
    const MappedFile file{path};
    CHECK_FALSE(file.changed());
    SECTION("overwritten with the same length") { std::ofstream{path, std::ios::in} << "CONTENT"; }
    SECTION("cut short, with its time restored") {
        const auto time = fs::last_write_time(path);
        fs::resize_file(path, 3);
        fs::last_write_time(path, time);
    }
    SECTION("overwritten within a second") {
        fs::last_write_time(path, fs::last_write_time(path) + std::chrono::microseconds{1});
    }
    SECTION("extended") { std::ofstream{path, std::ios::app} << '!'; }
    CHECK(file.changed());
    CHECK(MappedFile::any_changed() == &file);
}

TEST_CASE("a mapped file that is replaced, renamed or removed keeps its content", "[mapped]") {
    const fs::path path = file_with("content");
    const MappedFile file{path};
    const fs::path other = scratch() / "other";
    SECTION("replaced") {
        std::ofstream{other} << "another";
        fs::rename(other, path);
    }
    SECTION("renamed") { fs::rename(path, other); }
    SECTION("removed") { fs::remove(path); }
    SECTION("made read-only") { fs::permissions(path, fs::perms::owner_read); }
    CHECK_FALSE(file.changed());
    CHECK(std::string(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()) == "content");
    fs::remove(other);
}

TEST_CASE("arrays from a file that was changed are refused", "[mapped][npy]") {
    const fs::path path = file_with(npy_file());
    {
        const AnyArrays arrays = read_npy(path, path);
        CHECK_NOTHROW(check_files_unchanged());
        fs::resize_file(path, 128 + 23);
        CHECK_THROWS_WITH(check_files_unchanged(),
                          "'" + path.string() + "' was changed while it was in use; run the program again");
    }
    CHECK_NOTHROW(check_files_unchanged());  // the changed file is no longer in use
}

TEST_CASE("files that cannot be mapped are refused, without waiting for a writer", "[mapped]") {
    const fs::path pipe = scratch() / "pipe";
    fs::remove(pipe);
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(MappedFile{pipe}, Catch::Matchers::StartsWith("a pipe: only a regular file"));
    CHECK_THROWS_WITH(MappedFile{"/dev/zero"}, Catch::Matchers::StartsWith("a device: only a regular file"));
    CHECK(MappedFile{file_with("")}.bytes().empty());
}
