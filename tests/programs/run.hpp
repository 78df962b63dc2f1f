// Runs a command line as a user would, and keeps what it printed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace reductions::testing {

// The folder into which the tests of this process write.
std::filesystem::path scratch();

std::string read_text(const std::filesystem::path& path);

// A full device: one of our own in the scratch folder, or /dev/full if we may not create one. A program that replaced
// the system's device by a file would do harm.
std::string full_device();

struct Outcome {
    int status;  // the exit status, as the shell reports it
    std::string out;
    std::string err;

    std::ptrdiff_t lines_of_err() const;
};

// Runs the command in sh, which splits no variable into words. `$bin` and `$samples` are the folders of the programs,
// `$golden` is the folder of NumPy's files, and `$scratch` is scratch().
Outcome run(const std::string& command);

// Whether script(1) can provide a terminal here.
bool has_terminal();

// Runs $bin/<command> in a terminal, as a person would. `before` comes in front of it: settings, and a pipe that
// provides the input.
Outcome run_in_terminal(const std::string& before, const std::string& command, const std::string& columns);

}  // namespace reductions::testing
