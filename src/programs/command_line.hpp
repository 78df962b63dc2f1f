// What all programs of the suite share: their main function, and how they report errors. A program includes this header
// for its arguments too.
#pragma once

#include <functional>
#include <optional>
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

// The two halves of run_program(), for a program that is several processes and must report an error once.

// How a program ends before its work is done: with an exit status, and a text for standard output (--help) or standard
// error (a failure).
struct Ending {
    int status = 0;
    std::string output = {};
    std::string error = {};
};

// Parses the arguments, which calls their `read`. Returns nothing if the program is to go on.
std::optional<Ending> parse(const Program& program, int count, const char* const* arguments);

// Calls `work`. Returns nothing, or the ending with status 2 that the exception stands for.
std::optional<Ending> failure_of(const std::function<void()>& work);

// Prints an ending's texts, the error behind the program's name. Returns its status.
int print_ending(const std::string& name, const Ending& ending);

// Makes a program report, in a line, that the bytes of a mapped file are lost or that its processor lacks an
// instruction.
void explain_signals(const std::string& name);

// Calls `write`, which writes the file that an option names. Turns std::system_error into an InputError that names the
// option and the file.
void write_named_by(const std::string& option, const std::string& path, const std::function<void()>& write);

}  // namespace reductions
