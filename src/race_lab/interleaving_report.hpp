// Schedules of two threads as a person reads them.
#pragma once

#include <iosfwd>

#include "race_lab/interleaving.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints what the two threads do, and the headings of the lines that print_step prints, with the state before the
// first.
void print_beginning(std::ostream& out, const Terminal& terminal);

// Prints a line of the step that leads from one state to the next: who took it, what it did, and both registers and the
// total after it. What it wrote stands out, where there are colours.
void print_step(std::ostream& out, const Interleaving& before, const Interleaving& after, const Terminal& terminal);

// Prints the total, whether it is right, what was lost and why, and how to see it again; of a schedule that is not
// finished, how far it got.
void print_result(std::ostream& out, const Interleaving& interleaving, const Terminal& terminal);

// Prints a row for each of all schedules, with its total, and how many of them are right.
void print_all_schedules(std::ostream& out, const Terminal& terminal);

// "load", "add", "store" or "done".
const char* name_of(MicroStep step);

}  // namespace reductions
