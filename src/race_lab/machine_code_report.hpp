// A variant's loop as machine code, beside the C++ line that it was made of.
#pragma once

#include <iosfwd>
#include <string_view>

#include "race_lab/machine_code.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints the lines of `source` (relative to the folder of the sources), the instructions, those that write the
// accumulator marked, and where the accumulator lives.
void print_loop(std::ostream& out, const Loop& loop, std::string_view source, const Terminal& terminal);

}  // namespace reductions
