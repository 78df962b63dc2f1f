// What happens if a file is cut short while a program reads it.
#pragma once

#include <string>

namespace reductions {

// From now on, if the bytes of a mapped file cannot be delivered, the program says so in one line on standard error and
// ends with status 2, instead of crashing. `program` is its name. `before` comes first: it may erase a line that shows
// progress.
void report_lost_bytes(const std::string& program, const std::string& before = "");

}  // namespace reductions
