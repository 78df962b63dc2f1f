// The folders that graders leave behind when they are killed.
#include "grader/scratch_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "catch.hpp"

using namespace reductions;

namespace {

namespace fs = std::filesystem;

// A folder for temporary files that nobody else uses.
class OwnTemporaryFolder {
public:
    OwnTemporaryFolder() {
        if (const char* const name = std::getenv("TMPDIR")) before_ = name;
        ::setenv("TMPDIR", path().c_str(), 1);
    }
    OwnTemporaryFolder(const OwnTemporaryFolder&) = delete;
    OwnTemporaryFolder& operator=(const OwnTemporaryFolder&) = delete;
    ~OwnTemporaryFolder() {
        if (before_) {
            ::setenv("TMPDIR", before_->c_str(), 1);
        } else {
            ::unsetenv("TMPDIR");
        }
    }

    const fs::path& path() const { return scratch_.path(); }

private:
    ScratchFolder scratch_;
    std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("a scratch folder is gone at the end", "[grader]") {
    const OwnTemporaryFolder temporary;
    {
        const ScratchFolder scratch;
        CHECK(scratch.path().parent_path() == temporary.path());
        std::ofstream{scratch.path() / "file"} << "text";
    }
    CHECK(fs::is_empty(temporary.path()));
}

TEST_CASE("a folder that a killed grader left is removed", "[grader]") {
    const OwnTemporaryFolder temporary;
    const fs::path abandoned = temporary.path() / "reductions-grader-aaaaaa";
    fs::create_directories(abandoned / "place_1/timed");
    const ScratchFolder scratch;
    CHECK_FALSE(fs::exists(abandoned));
}

TEST_CASE("the folder of a living grader stays", "[grader]") {
    const OwnTemporaryFolder temporary;
    const ScratchFolder one;
    const ScratchFolder another;
    CHECK(fs::exists(one.path()));
    CHECK(one.path() != another.path());
}

TEST_CASE("other folders, files and links stay", "[grader]") {
    const OwnTemporaryFolder temporary;
    const fs::path longer = temporary.path() / "reductions-grader-of-mine";
    const fs::path other = temporary.path() / "documents";
    const fs::path link = temporary.path() / "reductions-grader-bbbbbb";
    const fs::path file = temporary.path() / "reductions-grader-cccccc";
    fs::create_directories(longer);
    fs::create_directories(other / "letters");
    fs::create_directory_symlink(other, link);
    std::ofstream{file} << "text";
    const ScratchFolder scratch;
    CHECK(fs::exists(longer));
    CHECK(fs::exists(other / "letters"));
    CHECK(fs::is_symlink(link));
    CHECK(fs::exists(file));
}

TEST_CASE("another user's folder stays", "[grader]") {
    const OwnTemporaryFolder temporary;
    const fs::path foreign = temporary.path() / "reductions-grader-dddddd";
    fs::create_directory(foreign);
    if (::chown(foreign.c_str(), 61'299, 61'299) != 0) return;  // only root can make one
    const ScratchFolder scratch;
    CHECK(fs::exists(foreign));
}
