// The grades of a class as comma-separated values (RFC 4180), for a spreadsheet.
#pragma once

#include <span>
#include <string>

#include "grader/grade.hpp"

namespace reductions {

// One row per submission. Each criterion has two columns: its state and its points. If only some of the exercises have
// it, its cells are empty in the other rows.
//
// A spreadsheet computes a cell that begins with one of = + - @ or a tab. Text that does so gets an apostrophe in
// front, as OWASP recommends (https://owasp.org/www-community/attacks/CSV_Injection).
std::string grades_table(std::span<const Grade> grades);

}  // namespace reductions
