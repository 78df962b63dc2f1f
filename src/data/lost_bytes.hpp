// What happens if a file is cut short while a program reads it.
#pragma once

#include <string>

namespace ssd {

// From now on, if a mapped file does not deliver its bytes, the program says so in one line on standard error and ends
// with status 2, instead of crashing. `program` is its name.
void report_lost_bytes(const std::string& program);

}  // namespace ssd
