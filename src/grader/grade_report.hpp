// Grades on a terminal.
#pragma once

#include <iosfwd>
#include <span>

#include "grader/grade.hpp"
#include "report/terminal.hpp"

namespace reductions {

// One grade for the student: a line per criterion with its message below, the total, and the settings. Long messages
// are cut so that all of it fits a screen of 24 lines. The reports in files contain up to 4,000 bytes of each.
void print_grade(std::ostream& out, const Grade& grade, const Terminal& terminal);

// A class: a row per submission.
void print_grades(std::ostream& out, std::span<const Grade> grades, const Terminal& terminal);

}  // namespace reductions
