// Prints how accurate the variants are: a table for each float type.
#pragma once

#include <iosfwd>
#include <span>

#include "measure/accuracy.hpp"
#include "measure/conditions.hpp"
#include "report/terminal.hpp"

namespace reductions {

// Prints the results of all types, as measure_accuracy() returns them.
void print_accuracy(std::ostream& out, std::span<const TypeAccuracy> types, const Conditions& conditions,
                    const Terminal& terminal);

}  // namespace reductions
