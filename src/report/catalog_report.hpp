// Prints the catalog.
#pragma once

#include <iosfwd>

#include "report/table.hpp"

namespace reductions {

// Prints a row for each variant, by chapter: its name, what to expect of it, what its float answers depend on, and what
// it shows. Then prints the variants that this build leaves out, with the reason.
void print_catalog(std::ostream& out, const Terminal& terminal);

}  // namespace reductions
