// A grade as Gradescope's results.json.
#include "grader/gradescope_report.hpp"

#include <nlohmann/json.hpp>

#include "grader/grade_words.hpp"

namespace reductions {
std::string gradescope_report(const Grade& grade) {
    nlohmann::ordered_json tests = nlohmann::ordered_json::array();
    for (const Criterion& criterion : grade.criteria) {
        tests.push_back({{"name", report_line(criterion.name)},
                         {"score", earned_points(grade, criterion)},
                         {"max_score", criterion.most_points},
                         {"status", counts_as_passed(criterion) ? "passed" : "failed"},
                         {"output", message_with_points(grade, criterion)},
                         {"output_format", "text"},
                         {"visibility", "visible"}});
    }
    const std::string output =
        title_in_words(grade) + '\n' + total_in_words(grade) + '\n' + settings_in_words(grade) + '\n';
    const nlohmann::ordered_json json = {{"score", grade.points()},
                                         {"output", output},
                                         {"output_format", "text"},
                                         {"visibility", "visible"},
                                         {"tests", tests}};
    return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace reductions
