// Runs a command line as a user would, and keeps what it printed.
#include "programs/run.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#include "race_lab/shell.hpp"

namespace reductions::testing {
namespace {

// Empty at first, even if an earlier process had the same number. Removed at the end.
struct ScratchFolder {
    ScratchFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        if (getpid() == owner) std::filesystem::remove_all(path, ignored);
    }

    pid_t owner = getpid();
    std::filesystem::path path = std::filesystem::path{SCRATCH_FOLDER} / std::to_string(owner);
};

}  // namespace

std::filesystem::path scratch() {
    static const ScratchFolder folder;
    return folder.path;
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string full_device() {
    const std::filesystem::path own = scratch() / "full_device";
    if (!std::filesystem::exists(own) && mknod(own.c_str(), S_IFCHR | 0600, makedev(1, 7)) != 0) return "/dev/full";
    return std::ofstream{own} ? own.string() : "/dev/full";
}

std::ptrdiff_t Outcome::lines_of_err() const { return std::count(err.begin(), err.end(), '\n'); }

Outcome run(const std::string& command) {
    const std::filesystem::path out = scratch() / "out";
    const std::filesystem::path err = scratch() / "err";
    const std::string line = "IFS=; bin=" + quoted(BUILD_FOLDER "/bin") +
                             "; samples=" + quoted(BUILD_FOLDER "/samples") + "; golden=" + quoted(GOLDEN_FOLDER) +
                             "; scratch=" + quoted(scratch().string()) + "; { " + command + "\n} </dev/null >" +
                             quoted(out.string()) + " 2>" + quoted(err.string());
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_text(out), read_text(err)};
}

bool has_terminal() { return run("script -qec true /dev/null").status == 0; }

Outcome run_in_terminal(const std::string& before, const std::string& command, const std::string& columns) {
    return run(before + " SHELL=/bin/sh bin=\"$bin\" script -qec 'stty cols " + columns + "; \"$bin\"/" + command +
               "' /dev/null");
}

}  // namespace reductions::testing
