// What all programs of the suite share: their main function, and how they report errors. A program includes this header
// for its arguments too.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "programs/arguments.hpp"
#include "programs/data_arguments.hpp"

namespace reductions {

struct Program {
    std::string name;
    std::string description;  // for --help
    std::vector<Argument> arguments;
    std::function<int()> body;  // returns the exit status
};

// Parses the arguments, runs the body and returns its exit status. If parsing or the body throws an exception, prints
// it in one line on standard error and returns 2.
int run_program(const Program& program, int count, const char* const* arguments);

// Calls `write`, which writes the file that an option names. Turns std::system_error into an InputError that names the
// option and the file.
void write_named_by(const std::string& option, const std::string& path, const std::function<void()>& write);

}  // namespace reductions
