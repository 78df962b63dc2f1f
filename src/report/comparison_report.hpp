// Prints a comparison: a table for each element type, and a table with all types side by side.
#pragma once

#include <iosfwd>
#include <span>

#include "measure/comparison_figures.hpp"
#include "measure/conditions.hpp"
#include "report/terminal.hpp"

namespace reductions {

// Prints the figures of all types, as figures_of() returns them.
void print_comparison(std::ostream& out, std::span<const TypeFigures> types, const Conditions& conditions,
                      const Terminal& terminal);

}  // namespace reductions
