// Reads ThreadSanitizer's reports about a variant.
#include "race_lab/race_detector.hpp"

#include <regex>
#include <sstream>

namespace reductions {

std::optional<std::string> reported_race(std::string_view standard_error) {
    const std::regex access{"^  [A-Za-z ]*([Rr]ead|[Ww]rite) of size .*"};
    const std::regex place{".*/(src/[a-z_]+/[^: ]+:[0-9]+).*"};
    const std::regex of_task_reduction{".* \\.red_(comb|init)\\. .*"};
    std::istringstream lines{std::string{standard_error}};
    std::optional<std::string> found;  // in the current report
    bool counts = true;
    bool at_access = false;
    bool at_heap_block = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("WARNING: ThreadSanitizer: data race")) {
            found.reset();
            counts = true;
        } else if (line.starts_with("SUMMARY: ThreadSanitizer: data race")) {
            if (found && counts) return found;
        } else if (std::regex_match(line, access)) {
            at_access = true;
        } else if (line.starts_with("  Location is heap block")) {
            at_heap_block = true;
        } else if (at_heap_block && line.starts_with("    #1 ")) {  // what called malloc
            at_heap_block = false;
            if (line.find("(libomp.so") != std::string::npos) counts = false;
        } else if (at_access && line.starts_with("    #0 ")) {
            at_access = false;
            std::smatch match;
            if (std::regex_match(line, of_task_reduction)) counts = false;
            if (!found && std::regex_match(line, match, place)) found = match[1];
        }
    }
    return std::nullopt;
}

bool agrees(const Detection& detection, Expectation expectation) {
    if (detection.left_out) return true;
    return detection.failed == 0 && detection.found == (expectation == Expectation::racy ? detection.runs : 0);
}

}  // namespace reductions
