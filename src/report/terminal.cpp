// What a program knows about the place where it prints.
#include "report/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <system_error>

namespace reductions {
namespace {

std::string_view setting(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Terminal terminal_at(int descriptor) {
    Terminal terminal{.width = std::numeric_limits<std::size_t>::max(), .colours = false, .can_erase = false};
    if (isatty(descriptor) == 0) return terminal;
    const std::string_view type = setting("TERM");
    terminal.can_erase = !type.empty() && type != "dumb";
    terminal.colours = terminal.can_erase && setting("NO_COLOR").empty();
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.width = size.ws_col;
    const std::string_view columns = setting("COLUMNS");
    std::size_t wanted = 0;
    const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), wanted);
    if (error == std::errc{} && end == columns.data() + columns.size() && wanted > 0) terminal.width = wanted;
    return terminal;
}

}  // namespace

Terminal standard_output() { return terminal_at(STDOUT_FILENO); }

Terminal standard_error() { return terminal_at(STDERR_FILENO); }

}  // namespace reductions
