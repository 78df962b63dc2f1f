// Another program, run in a shell.
#pragma once

#include <string>

namespace reductions {

// What a command printed on its standard output, and its exit status; 127 where the shell does not find it.
struct CommandResult {
    std::string output;
    int status;
};

// Waits for the command's end. Throws std::system_error where no shell can be started.
CommandResult run_command(const std::string& command);

// The text as one word of a command.
std::string quoted(const std::string& text);

}  // namespace reductions
