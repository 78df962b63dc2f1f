// The grades of a class as JUnit XML.
#include "grader/junit_report.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "arrays/utf8.hpp"
#include "grader/grade_words.hpp"

namespace reductions {
namespace {

enum class Place { attribute, text };

// What report_text() leaves of the characters that XML 1.0 forbids, section 2.2: it has no control characters but '\n',
// and no surrogates.
std::string without_forbidden(std::string_view text) {
    std::string allowed;
    while (!text.empty()) {
        const std::string_view rest = text;
        const auto character = take_character(text);
        if (character == U'\uFFFE') {
            allowed += "\\ufffe";
        } else if (character == U'\uFFFF') {
            allowed += "\\uffff";
        } else {
            allowed += rest.substr(0, rest.size() - text.size());
        }
    }
    return allowed;
}

// Every '>' is escaped, so that no text contains "]]>", which section 2.4 forbids. A parser turns a line break in an
// attribute into a space, section 3.3.3, unless it is a character reference.
std::string escaped(std::string_view text, Place place) {
    std::string xml;
    for (const char c : without_forbidden(text)) {
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            case '"':
                xml += "&quot;";
                break;
            case '\n':
                xml += place == Place::attribute ? "&#10;" : "\n";
                break;
            default:
                xml += c;
        }
    }
    return xml;
}

using Attribute = std::pair<std::string_view, std::string>;

std::string tag(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view end = ">") {
    std::string xml = '<' + std::string{name};
    for (const auto& [key, value] : attributes) {
        xml += ' ' + std::string{key} + "=\"" + escaped(value, Place::attribute) + '"';
    }
    return xml + std::string{end};
}

// The schema allows digits and one point.
std::string seconds_in_digits(double seconds) {
    if (!(seconds >= 0 && seconds < 1e9)) seconds = 0;  // NaN too
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), seconds, std::chars_format::fixed, 3);
    return {text.data(), end};
}

// Jenkins shows what is before the last point as a package, and what follows as a class. So each exercise is a package,
// and each submission one of its classes.
std::string class_name(const Grade& grade) {
    std::string submission = report_line(grade.submission);
    std::replace(submission.begin(), submission.end(), '.', '_');
    return report_line(grade.exercise) + '.' + submission;
}

std::size_t count(const Grade& grade, std::initializer_list<Criterion::State> states) {
    return static_cast<std::size_t>(
        std::count_if(grade.criteria.begin(), grade.criteria.end(), [&](const Criterion& criterion) {
            return std::find(states.begin(), states.end(), criterion.state) != states.end();
        }));
}

std::size_t failures(const Grade& grade) { return count(grade, {Criterion::State::failed}); }

std::size_t skipped(const Grade& grade) {
    return count(grade, {Criterion::State::not_judged, Criterion::State::not_measured});
}

std::string test_case(const Grade& grade, const Criterion& criterion) {
    const std::initializer_list<Attribute> names{{"name", report_line(criterion.name)},
                                                 {"classname", class_name(grade)}};
    if (criterion.state == Criterion::State::passed) return "    " + tag("testcase", names, "/>\n");
    const std::string message = message_in_words(criterion);
    std::string xml = "    " + tag("testcase", names) + "\n      ";
    if (criterion.state == Criterion::State::failed) {
        const std::string type{criterion.failure ? to_string(*criterion.failure) : "failed"};
        xml += tag("failure", {{"type", type}, {"message", message}}) + escaped(message, Place::text) + "</failure>\n";
    } else {
        xml += tag("skipped", {{"message", message}}, "/>\n");
    }
    return xml + "    </testcase>\n";
}

std::string property(std::string_view name, const std::string& value) {
    return "      " + tag("property", {{"name", std::string{name}}, {"value", value}}, "/>\n");
}

std::string test_suite(const Grade& grade) {
    std::string xml = "  " +
                      tag("testsuite", {{"name", report_line(grade.submission)},
                                        {"tests", std::to_string(grade.criteria.size())},
                                        {"failures", std::to_string(failures(grade))},
                                        {"errors", "0"},
                                        {"skipped", std::to_string(skipped(grade))},
                                        {"time", seconds_in_digits(grade.seconds)}}) +
                      "\n    <properties>\n";
    xml += property("exercise", report_line(grade.exercise));
    xml += property("verdict", verdict_in_words(grade));
    xml += property("points", number_in_digits(grade.points()));
    xml += property("most points", number_in_digits(grade.most_points()));
    xml += property("seed", std::to_string(grade.seed));
    xml += property("level", report_line(grade.level));
    xml += "    </properties>\n";
    for (const Criterion& criterion : grade.criteria) xml += test_case(grade, criterion);
    return xml + "  </testsuite>\n";
}

}  // namespace

std::string junit_report(std::span<const Grade> grades) {
    std::size_t all_tests = 0;
    std::size_t all_failures = 0;
    double all_seconds = 0;
    for (const Grade& grade : grades) {
        all_tests += grade.criteria.size();
        all_failures += failures(grade);
        all_seconds += std::isfinite(grade.seconds) ? grade.seconds : 0;
    }
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
                      tag("testsuites", {{"tests", std::to_string(all_tests)},
                                         {"failures", std::to_string(all_failures)},
                                         {"errors", "0"},
                                         {"time", seconds_in_digits(all_seconds)}}) +
                      '\n';
    for (const Grade& grade : grades) xml += test_suite(grade);
    return xml + "</testsuites>\n";
}

}  // namespace reductions
