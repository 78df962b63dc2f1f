// A grade as Gradescope's results.json: https://gradescope-autograders.readthedocs.io/en/latest/specs/, "Output
// format".
#pragma once

#include <string>

#include "grader/grade.hpp"

namespace reductions {

// One test per criterion. The scores of the tests add up to the score. Gradescope shows all text as plain text, so HTML
// in a message has no effect.
std::string gradescope_report(const Grade& grade);

}  // namespace reductions
