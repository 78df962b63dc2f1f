// Runs another program in a shell.
#pragma once

#include <string>

namespace reductions {

// What a command printed on standard output, and its exit status, which is 127 if the shell does not find it.
struct CommandResult {
    std::string output;
    int status;
};

// Waits until the command ends. Throws std::system_error if no shell can be started.
CommandResult run_command(const std::string& command);

// The text, quoted as one word of a command.
std::string quoted(const std::string& text);

}  // namespace reductions
