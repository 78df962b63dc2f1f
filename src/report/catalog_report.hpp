// The catalog as a person reads it.
#pragma once

#include <iosfwd>

#include "report/table.hpp"

namespace reductions {

// Prints a row for each variant: its name, what may be expected of it, what its float answers depend on, what it shows;
// chapter by chapter; and the variants that were left out of this build, with the reason.
void print_catalog(std::ostream& out, const Terminal& terminal);

}  // namespace reductions
