// What a program knows about the place where it prints.
#pragma once

#include <cstddef>

namespace reductions {

// Erases a line of a terminal and returns to its beginning.
inline constexpr const char* erase_line = "\r\033[K";

struct Terminal {
    std::size_t width;  // columns
    bool colours;
    bool can_erase = false;  // whether it understands the escape sequence that erases a line
};

// Standard output. If it is not a terminal, it has no colours and its width has no limit. Otherwise it is as wide as
// COLUMNS says, or as the terminal is. It has colours unless TERM=dumb or NO_COLOR is set (no-color.org).
Terminal standard_output();

// Standard error, in the same way.
Terminal standard_error();

}  // namespace reductions
