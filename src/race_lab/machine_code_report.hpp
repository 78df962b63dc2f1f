// Prints a variant's loop as machine code, below the C++ lines that it was compiled from.
#pragma once

#include <iosfwd>
#include <string_view>

#include "race_lab/machine_code.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints the loop's lines of `source` (a path relative to the folder of the sources) and its instructions. It marks
// those that write shared memory, or says that there are none.
void print_loop(std::ostream& out, const Loop& loop, std::string_view source, const Terminal& terminal);

}  // namespace reductions
