// The submissions of a class.
#include "grader/class_grading.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "catch.hpp"
#include "grader/scratch_folder.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

void write(const std::filesystem::path& path) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << "int x;\n";
}

std::vector<std::string> names_in(const std::vector<std::string>& paths, const std::string& extension = ".cpp") {
    std::vector<std::string> names;
    for (const Submission& submission : submissions_in(paths, extension)) names.push_back(submission.name);
    return names;
}

}  // namespace

TEST_CASE("a class's submissions are files, and those in folders", "[grader]") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() / "class";
    for (const char* const name : {"bob.cpp", "alice.cpp", "group/dave.cpp", "group/deep/eve.cpp", "notes.txt", "x.hpp",
                                   "tree.cpp/carol.cpp", "line\nbreak.cpp", "UPPER.CPP"}) {
        write(std::filesystem::path{folder} / name);
    }
    write(scratch.path() / "single.txt");
    CHECK(names_in({folder}) == std::vector<std::string>{"UPPER.CPP", "alice.cpp", "bob.cpp", "group/dave.cpp",
                                                         "group/deep/eve.cpp", "line\\nbreak.cpp",
                                                         "tree.cpp/carol.cpp"});
    CHECK(std::filesystem::equivalent(submissions_in({folder}, ".cpp")[1].path, folder + "/alice.cpp"));
    CHECK(names_in({folder + "/group/"}) == std::vector<std::string>{"dave.cpp", "deep/eve.cpp"});
    CHECK(names_in({folder + "/alice.cpp"}) == std::vector<std::string>{"alice.cpp"});
    CHECK(names_in({scratch.path() / "single.txt"}) == std::vector<std::string>{"single.txt"});
    CHECK(names_in({}).empty());
}

TEST_CASE("submissions may be texts", "[grader]") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() / "class";
    for (const char* const name : {"bob/answer.txt", "alice/answer.txt", "carol/ANSWER.TXT", "dave/answer.txT",
                                   "sum.cpp", "eve/answer.txt~", "txt", "frank/answer.tx"}) {
        write(std::filesystem::path{folder} / name);
    }
    CHECK(names_in({folder}, ".txt") ==
          std::vector<std::string>{"alice/answer.txt", "bob/answer.txt", "carol/ANSWER.TXT", "dave/answer.txT"});
    std::filesystem::create_directories(folder + "/empty");
    CHECK_THROWS_WITH(names_in({folder + "/empty"}, ".txt"), ContainsSubstring("contains no .txt file"));
}

TEST_CASE("files with the same name are told apart by their folders", "[grader]") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() / "class";
    for (const char* const name : {"alice/sum.cpp", "bob/sum.cpp", "bob/old/sum.cpp", "carol.cpp"}) {
        write(std::filesystem::path{folder} / name);
    }
    const std::string alice = folder + "/alice";
    const std::string bob = folder + "/bob";
    CHECK(names_in({alice + "/sum.cpp", bob + "/sum.cpp"}) == std::vector<std::string>{"alice/sum.cpp", "bob/sum.cpp"});
    CHECK(names_in({bob, alice + "/"}) == std::vector<std::string>{"bob/old/sum.cpp", "bob/sum.cpp", "alice/sum.cpp"});
    CHECK(names_in({alice + "/sum.cpp", folder + "/carol.cpp"}) ==
          std::vector<std::string>{"alice/sum.cpp", "carol.cpp"});
    // One student alone keeps the folder's name if the class was given.
    std::filesystem::remove_all(bob);
    std::filesystem::remove(folder + "/carol.cpp");
    CHECK(names_in({folder}) == std::vector<std::string>{"alice/sum.cpp"});
    CHECK(names_in({alice}) == std::vector<std::string>{"sum.cpp"});
}

TEST_CASE("a file that is named twice is graded once", "[grader]") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path();
    write(folder + "/alice.cpp");
    write(folder + "/bob.cpp");
    std::filesystem::create_directory_symlink(folder, folder + "/link");
    CHECK(names_in({folder + "/bob.cpp", folder, folder + "/./alice.cpp", folder + "/link/bob.cpp"}) ==
          std::vector<std::string>{"bob.cpp", "alice.cpp"});
}

TEST_CASE("names that look the same when they are printable are numbered", "[grader]") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path();
    write(folder + "/line\nbreak.cpp");
    write(folder + "/line\\nbreak.cpp");
    write(folder + "/line\\nbreak.cpp (2)");
    CHECK(names_in({folder + "/line\nbreak.cpp", folder + "/line\\nbreak.cpp (2)", folder + "/line\\nbreak.cpp"}) ==
          std::vector<std::string>{"line\\nbreak.cpp", "line\\nbreak.cpp (2)", "line\\nbreak.cpp (3)"});
}

TEST_CASE("symbolic links in a class are not followed, and do not stop it", "[grader]") {
    const ScratchFolder scratch;
    const auto folder = scratch.path() / "class";
    write(folder / "alice.cpp");
    write(scratch.path() / "elsewhere/bob.cpp");
    std::filesystem::create_directory_symlink(scratch.path() / "elsewhere", folder / "link");
    std::filesystem::create_symlink("nowhere", folder / "dangling.cpp");
    std::filesystem::create_symlink("loop.cpp", folder / "loop.cpp");
    CHECK(names_in({folder}) == std::vector<std::string>{"alice.cpp", "dangling.cpp", "loop.cpp"});
}

TEST_CASE("a missing submission and an empty folder are errors", "[grader]") {
    const ScratchFolder scratch;
    write(scratch.path() / "full/x.cpp");
    write(scratch.path() / "empty/sub/notes.txt");
    const std::string missing = scratch.path() / "missing.cpp";
    const std::string empty = scratch.path() / "empty";
    CHECK_THROWS_WITH(names_in({missing}), ContainsSubstring("there is no submission '" + missing + "'"));
    CHECK_THROWS_WITH(names_in({scratch.path() / "full", empty}),
                      ContainsSubstring("'" + empty + "' contains no .cpp file"));
    CHECK_THROWS_AS(names_in({""}), std::runtime_error);
}

TEST_CASE("random seeds differ, and fit a spreadsheet's number", "[grader]") {
    const std::uint64_t seed = random_seed();
    CHECK(seed < std::uint64_t{1} << 53);
    CHECK(seed != random_seed());
}
