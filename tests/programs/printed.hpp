// Finds things in what a program printed.
#pragma once

#include <string>

namespace reductions::testing {

// The row of a variant in a table, from its name to the end of the line.
std::string row_of(const std::string& out, const std::string& variant);

// Whether a part of the text matches the regular expression.
bool has_match(const std::string& text, const std::string& pattern);

}  // namespace reductions::testing
