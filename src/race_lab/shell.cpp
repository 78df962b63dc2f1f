// Runs another program in a shell.
#include "race_lab/shell.hpp"

#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace reductions {

CommandResult run_command(const std::string& command) {
    FILE* const pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): it must be a shell
    if (pipe == nullptr) throw std::system_error{errno, std::generic_category(), "cannot run a shell"};
    CommandResult result{};
    std::array<char, 1 << 16> buffer{};
    for (std::size_t length = 1; length != 0;) {
        length = std::fread(buffer.data(), 1, buffer.size(), pipe);
        result.output.append(buffer.data(), length);
    }
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

std::string quoted(const std::string& text) {
    std::string word = "'";
    for (const char letter : text) word += letter == '\'' ? "'\\''" : std::string{letter};
    return word + '\'';
}

}  // namespace reductions
