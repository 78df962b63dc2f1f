// Finds things in what a program printed. <regex> takes seconds to compile, so only this file includes it.
#include "programs/printed.hpp"

#include <regex>

namespace reductions::testing {

std::string row_of(const std::string& out, const std::string& variant) {
    const std::regex row{"(^|\n)" + variant + " [^\n]*"};
    std::smatch found;
    return std::regex_search(out, found, row) ? found.str() : "no row of " + variant;
}

bool has_match(const std::string& text, const std::string& pattern) {
    return std::regex_search(text, std::regex{pattern});
}

}  // namespace reductions::testing
