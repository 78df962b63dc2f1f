// Finds a row in a printed table.
#pragma once

#include <regex>
#include <string>

namespace reductions::testing {

// The row of a variant, from its name to the end of the line.
inline std::string row_of(const std::string& out, const std::string& variant) {
    const std::regex row{"(^|\n)" + variant + " [^\n]*"};
    std::smatch found;
    return std::regex_search(out, found, row) ? found.str() : "no row of " + variant;
}

}  // namespace reductions::testing
