// The grades of a class as comma-separated values.
#include "grader/grades_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "grader/grade_words.hpp"

namespace reductions {
namespace {

// The last four are the wide forms, which spreadsheets in East Asian languages accept as well.
bool begins_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> beginnings{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));  // some spreadsheets skip spaces
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto sign) { return text.starts_with(sign); });
}

// A field that a parser might split, such as one with a semicolon where that separates fields, is quoted. A quote in it
// is doubled, RFC 4180, section 2.
std::string csv_field(std::string_view text) {
    if (text.find_first_of(",;\"\t\r\n' ") == std::string_view::npos) return std::string{text};
    std::string field = "\"";
    for (const char c : text) field += c == '"' ? "\"\"" : std::string{c};
    return field + '"';
}

std::string text_field(std::string_view text) {
    const std::string line = report_line(text);
    return csv_field(begins_formula(line) ? '\'' + line : line);
}

std::string csv_row(const std::vector<std::string>& fields) {
    std::string line;
    for (const std::string& field : fields) line += (&field == &fields.front() ? "" : ",") + field;
    return line + "\r\n";
}

// In the order in which they first appear.
std::vector<std::string> all_criteria(std::span<const Grade> grades) {
    std::vector<std::string> names;
    for (const Grade& grade : grades) {
        for (const Criterion& criterion : grade.criteria) {
            if (std::find(names.begin(), names.end(), criterion.name) == names.end()) names.push_back(criterion.name);
        }
    }
    return names;
}

std::string grade_row(const Grade& grade, const std::vector<std::string>& criteria) {
    std::vector<std::string> fields = {text_field(grade.submission), text_field(grade.exercise),
                                       text_field(verdict_in_words(grade)), number_in_digits(grade.points()),
                                       number_in_digits(grade.most_points())};
    for (const std::string& name : criteria) {
        const auto criterion = std::find_if(grade.criteria.begin(), grade.criteria.end(),
                                            [&](const Criterion& candidate) { return candidate.name == name; });
        const bool found = criterion != grade.criteria.end();
        fields.push_back(found ? text_field(state_in_words(*criterion)) : "");
        fields.push_back(found ? number_in_digits(earned_points(grade, *criterion)) : "");
    }
    fields.insert(fields.end(), {std::to_string(grade.seed), text_field(grade.level), number_in_digits(grade.seconds)});
    return csv_row(fields);
}

}  // namespace

std::string grades_table(std::span<const Grade> grades) {
    const std::vector<std::string> criteria = all_criteria(grades);
    std::vector<std::string> titles = {"submission", "exercise", "verdict", "points", csv_field("most points")};
    for (const std::string& name : criteria) {
        titles.push_back(text_field(name));
        titles.push_back(text_field(name + " points"));
    }
    titles.insert(titles.end(), {"seed", "level", "seconds"});
    std::string table = csv_row(titles);
    for (const Grade& grade : grades) table += grade_row(grade, criteria);
    return table;
}

}  // namespace reductions
