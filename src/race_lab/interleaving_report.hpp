// Prints schedules of two threads.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "race_lab/interleaving.hpp"
#include "report/table.hpp"

namespace reductions {

// Prints what the two threads do, the headings for the lines of print_step, and the state before the first step.
void print_beginning(std::ostream& out, const Terminal& terminal);

// Prints a line about the step from one state to the next: which thread took it, what it did, and the registers and the
// total after it. What the step wrote is highlighted if the terminal has colours.
void print_step(std::ostream& out, const Interleaving& before, const Interleaving& after, const Terminal& terminal);

// Prints the total, whether it is right, what was lost and why, and how to replay the schedule. If the schedule is not
// finished, prints how far it got.
void print_result(std::ostream& out, const Interleaving& interleaving, const Terminal& terminal);

// Prints a row for each schedule with its total, and how many of them are right.
void print_schedules(std::ostream& out, const std::vector<Interleaving>& interleavings, const Terminal& terminal);

// "load", "add", "store" or "done".
const char* name_of(MicroStep step);

// What the step does, such as "register = total"; empty for MicroStep::done.
std::string code_of(MicroStep step);

// The total of a finished schedule, whether it is right, what was lost and why: one sentence each. The total is
// highlighted if the terminal has colours.
std::vector<std::string> explanation_of(const Interleaving& interleaving, const Terminal& terminal);

}  // namespace reductions
