// Runs a command line as a user would, and keeps what it printed.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>

#include "race_lab/shell.hpp"

namespace reductions::testing {

// The folder for what tests write, of this process alone.
inline std::filesystem::path scratch() {
    static const std::filesystem::path folder = [] {
        std::filesystem::path made = std::filesystem::path{SCRATCH_FOLDER} / std::to_string(getpid());
        std::filesystem::create_directories(made);
        return made;
    }();
    return folder;
}

inline std::string read_text(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// A device that is full: /dev/full, or one of the same kind in the folder for what tests write, where we may make one.
// A program that put a file in the place of the system's own would do harm.
inline std::string full_device() {
    const std::filesystem::path own = scratch() / "full_device";
    if (!std::filesystem::exists(own) && mknod(own.c_str(), S_IFCHR | 0600, makedev(1, 7)) != 0) return "/dev/full";
    return std::ofstream{own} ? own.string() : "/dev/full";
}

struct Outcome {
    int status;  // the exit status, as the shell has it
    std::string out;
    std::string err;

    std::ptrdiff_t lines_of_err() const { return std::count(err.begin(), err.end(), '\n'); }
};

// Runs the command in sh, which splits no variable into words; `$bin` and `$samples` are the folders of the programs,
// `$golden` that of NumPy's files.
inline Outcome run(const std::string& command) {
    const std::filesystem::path out = scratch() / "out";
    const std::filesystem::path err = scratch() / "err";
    const std::string line = "IFS=; bin=" + quoted(BUILD_FOLDER "/bin") +
                             "; samples=" + quoted(BUILD_FOLDER "/samples") + "; golden=" + quoted(GOLDEN_FOLDER) +
                             "; scratch=" + quoted(scratch().string()) + "; { " + command + "\n} </dev/null >" +
                             quoted(out.string()) + " 2>" + quoted(err.string());
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_text(out), read_text(err)};
}

// Whether there is a way to have a terminal here.
inline bool has_terminal() { return run("script -qec true /dev/null").status == 0; }

// The program at $bin/<command> as a person starts it, in a terminal. `before` is what comes in front: settings, and a
// pipe that types.
inline Outcome run_in_terminal(const std::string& before, const std::string& command, const std::string& columns) {
    return run(before + " SHELL=/bin/sh bin=\"$bin\" script -qec 'stty cols " + columns + "; \"$bin\"/" + command +
               "' /dev/null");
}

}  // namespace reductions::testing
