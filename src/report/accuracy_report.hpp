// Accuracy as a person reads it: a table for each float type.
#pragma once

#include <iosfwd>
#include <span>

#include "measure/accuracy.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints the results, which come type by type as measure_accuracy() returns them.
void print_accuracy(std::ostream& out, std::span<const Accuracy> results, const Terminal& terminal);

}  // namespace reductions
