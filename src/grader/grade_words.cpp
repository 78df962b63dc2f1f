// What all reports of a grade have in common.
#include "grader/grade_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "arrays/printable.hpp"
#include "arrays/utf8.hpp"
#include "report/format.hpp"

namespace reductions {
namespace {

std::string cut_text(std::string_view text, bool keep_lines) {
    constexpr std::string_view mark = " …";
    std::string shown;
    std::size_t cut = 0;  // where to cut if the mark has to follow
    while (!text.empty()) {
        const std::string_view rest = text;
        if (!take_character(text)) text.remove_prefix(1);
        const std::string_view character = rest.substr(0, rest.size() - text.size());
        const std::string next = keep_lines && character == "\n" ? "\n" : printable(character);
        if (shown.size() + next.size() > longest_report_text) return shown.substr(0, cut).append(mark);
        shown += next;
        if (shown.size() + mark.size() <= longest_report_text) cut = shown.size();
    }
    return shown;
}

bool has(const Grade& grade, Criterion::State state) {
    return std::any_of(grade.criteria.begin(), grade.criteria.end(),
                       [&](const Criterion& criterion) { return criterion.state == state; });
}

}  // namespace

std::string report_text(std::string_view text) { return cut_text(text, true); }

std::string report_line(std::string_view text) { return cut_text(text, false); }

std::string number_in_digits(double value) {
    constexpr int digits = 10;  // so that 0.1 + 0.2 is 0.3
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits);
    return {text.data(), end};
}

double earned_points(const Grade& grade, const Criterion& criterion) {
    return grade.has_right_answer() ? criterion.points() : 0;
}

bool counts_as_passed(const Criterion& criterion) {
    return criterion.state == Criterion::State::passed || criterion.state == Criterion::State::not_measured;
}

std::string state_in_words(const Criterion& criterion) {
    switch (criterion.state) {
        case Criterion::State::passed:
            return "passed";
        case Criterion::State::not_judged:
            return "not judged";
        case Criterion::State::not_measured:
            return "not measured";
        case Criterion::State::failed:
            break;
    }
    return criterion.failure ? "failed: " + std::string{to_string(*criterion.failure)} : "failed";
}

std::string verdict_in_words(const Grade& grade) {
    if (const auto code = grade.verdict()) return std::string{to_string(*code)};
    if (has(grade, Criterion::State::failed)) return "failed";
    return has(grade, Criterion::State::not_judged) ? "not judged" : "passed";
}

std::string message_in_words(const Criterion& criterion) {
    if (!criterion.message.empty()) return report_text(criterion.message);
    switch (criterion.state) {
        case Criterion::State::passed:
            return {};
        case Criterion::State::not_judged:
            return "Not judged, because another criterion failed.";
        case Criterion::State::not_measured:
            return "This machine could not measure it. No points are lost.";
        case Criterion::State::failed:
            break;
    }
    return state_in_words(criterion);
}

std::string message_with_points(const Grade& grade, const Criterion& criterion) {
    std::string text = message_in_words(criterion);
    if (criterion.points() > earned_points(grade, criterion)) {
        text += (text.empty() ? "" : "\n") + std::string{"No points without the right answer."};
    }
    return text;
}

std::string title_in_words(const Grade& grade) {
    return report_line(grade.exercise) + ": " + report_line(grade.submission);
}

std::string total_in_words(const Grade& grade) {
    const std::string total =
        "Total: " + number_in_digits(grade.points()) + " of " + number_in_digits(grade.most_points()) + " points";
    return total + ". Verdict: " + verdict_in_words(grade);
}

std::string settings_in_words(const Grade& grade) {
    return "Graded in " + format_seconds(grade.seconds) + ", seed " + std::to_string(grade.seed) + ", sandbox level " +
           report_line(grade.level);
}

}  // namespace reductions
