// A grade as a result of GitHub Classroom's autograding.
#include "grader/classroom_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "grader/base64.hpp"
#include "grader/grade_words.hpp"

namespace reductions {
namespace {

// The runner's rules are in its src/Runner.Common/ActionCommand.cs. It skips every kind of white space at the beginning
// of a line, and its comparisons may ignore invisible characters. So this looks at visible ASCII characters alone.
bool is_visible_ascii(char c) { return c > ' ' && c <= '~'; }

// A line that would begin with ':' begins with '|' instead, and a space separates '#' from '['.
std::string without_commands(std::string_view text) {
    std::string safe;
    std::size_t line = 0;  // where the last line begins
    char last = '\n';      // the last visible ASCII character
    for (const char c : text) {
        if (c == '\n') {
            safe += c;
            last = c;
            line = safe.size();
            continue;
        }
        if (c == ':' && last == '\n') safe.insert(line, "| ");
        if (c == '[' && last == '#') safe += ' ';
        safe += c;
        if (is_visible_ascii(c)) last = c;
    }
    return safe;
}

// The reporter knows "error" too, for a test that could not run. It then prints no name.
const char* status(bool passed) { return passed ? "pass" : "fail"; }

}  // namespace

std::string classroom_json(const Grade& grade) {
    nlohmann::ordered_json tests = nlohmann::ordered_json::array();
    for (const Criterion& criterion : grade.criteria) {
        // The reporter prints a line number unless it is 0, and test code unless it is empty.
        tests.push_back({{"name", without_commands(report_line(criterion.name))},
                         {"status", status(counts_as_passed(criterion))},
                         {"score", earned_points(grade, criterion)},
                         {"message", without_commands(message_with_points(grade, criterion))},
                         {"test_code", ""},
                         {"filename", without_commands(report_line(grade.submission))},
                         {"line_no", 0}});
    }
    const bool all = std::all_of(grade.criteria.begin(), grade.criteria.end(), counts_as_passed);
    const nlohmann::ordered_json json = {
        {"version", 1}, {"status", status(all)}, {"max_score", grade.most_points()}, {"tests", tests}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string classroom_report(const Grade& grade) { return base64(classroom_json(grade)); }

}  // namespace reductions
