// The comparison as a person reads it: a table for each element type, and the types beside each other.
#pragma once

#include <iosfwd>
#include <span>

#include "measure/comparison.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints the measurements, which come type by type as compare() returns them.
void print_comparison(std::ostream& out, std::span<const Measurement> measurements, const Terminal& terminal);

}  // namespace reductions
