// A file is written as a whole or not at all.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <thread>

#include <sys/stat.h>

#include "catch.hpp"
#include "programs/run.hpp"
#include "report/output_file.hpp"

using namespace reductions;
using reductions::testing::read_text;
namespace fs = std::filesystem;

namespace {

// An empty folder.
fs::path new_folder() {
    fs::path folder = testing::scratch() / "output_file_test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

std::ptrdiff_t files_in(const fs::path& folder) {
    return std::distance(fs::directory_iterator{folder}, fs::directory_iterator{});
}

}  // namespace

TEST_CASE("a file is created, or replaced, and no other file is left", "[output]") {
    const fs::path folder = new_folder();
    write_file(folder / "figures.json", "one");
    CHECK(read_text(folder / "figures.json") == "one");
    write_file(folder / "figures.json", "two");
    CHECK(read_text(folder / "figures.json") == "two");
    check_writable(folder / "figures.json");
    check_writable(folder / "other.json");
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a symbolic link stays a link, and permissions stay the same", "[output]") {
    const fs::path folder = new_folder();
    write_file(folder / "target", "one");
    fs::permissions(folder / "target", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("target", folder / "link");
    write_file(folder / "link", "two");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(read_text(folder / "target") == "two");
    CHECK(fs::status(folder / "target").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a file that cannot be written is an error, before the work and after it", "[output]") {
    const fs::path folder = new_folder();
    CHECK_THROWS_AS(check_writable(folder), std::system_error);
    CHECK_THROWS_AS(check_writable(folder / "missing" / "file"), std::system_error);
    CHECK_THROWS_AS(write_file(folder / "missing" / "file", "text"), std::system_error);
    CHECK_THROWS_AS(write_file(testing::full_device(), "text"), std::system_error);
}

TEST_CASE("a pipe is written to, and stays a pipe", "[output]") {
    const fs::path pipe = new_folder() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    std::string read;
    std::thread reader{[&] { read = read_text(pipe); }};
    check_writable(pipe);
    write_file(pipe, "text");
    reader.join();
    CHECK(read == "text");
    CHECK(fs::is_fifo(pipe));
}
