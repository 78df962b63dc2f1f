// What all reports of a grade have in common.
#include "grader/grade_words.hpp"

#include <algorithm>

#include "arrays/utf8.hpp"
#include "catch.hpp"
#include "grader/hostile_grades.hpp"

using namespace reductions;

namespace {

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        if (!take_character(text)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a report's text keeps its line breaks and escapes all other control characters", "[grader]") {
    CHECK(report_text("one\ntwo\x1b[2J\r\xff €") == "one\ntwo\\x1b[2J\\r\\xff €");
    CHECK(report_line("one\ntwo") == "one\\ntwo");
    for (const std::string& text : hostile_texts()) {
        const std::string shown = report_text(text);
        CAPTURE(shown.substr(0, 80));
        CHECK(is_utf8(shown));
        CHECK(shown.size() <= longest_report_text);
        CHECK(std::none_of(shown.begin(), shown.end(),
                           [](unsigned char c) { return (c < 32 && c != '\n') || c == 127; }));
        CHECK(report_text(shown) == shown);
        CHECK(report_line(text).find('\n') == std::string::npos);
    }
}

TEST_CASE("a report's text is cut between two characters", "[grader]") {
    CHECK(report_text(std::string(4000, 'a')) == std::string(4000, 'a'));
    CHECK(report_text(std::string(4001, 'a')) == std::string(3996, 'a') + " …");
    CHECK(report_text(std::string(3999, 'a') + "€") == std::string(3996, 'a') + " …");
    CHECK(report_text(std::string(3995, 'a') + "€€") == std::string(3995, 'a') + " …");
    CHECK(report_text(std::string(3994, 'a') + "\x1b and more") == std::string(3994, 'a') + " …");
}

TEST_CASE("numbers have no more digits than they need", "[grader]") {
    CHECK(number_in_digits(4) == "4");
    CHECK(number_in_digits(0) == "0");
    CHECK(number_in_digits(2.5) == "2.5");
    CHECK(number_in_digits(0.1 + 0.2) == "0.3");
    CHECK(number_in_digits(1234567) == "1234567");
}

TEST_CASE("what criteria earn adds up to the grade's points", "[grader]") {
    for (const Grade& grade : {racy_grade(), late_grade(), passed_grade()}) {
        double sum = 0;
        for (const Criterion& criterion : grade.criteria) sum += earned_points(grade, criterion);
        CHECK(sum == grade.points());
    }
}

TEST_CASE("states and verdicts in words", "[grader]") {
    const Grade grade = racy_grade();
    CHECK(state_in_words(grade.criteria[0]) == "passed");
    CHECK(state_in_words(grade.criteria[1]) == "failed: race");
    CHECK(state_in_words(grade.criteria[2]) == "not judged");
    CHECK(state_in_words(grade.criteria[3]) == "not measured");
    CHECK(state_in_words({.name = "answer", .most_points = 1, .state = Criterion::State::failed}) == "failed");
    CHECK(verdict_in_words(grade) == "race");
    CHECK(verdict_in_words(passed_grade()) == "passed");
    Grade unjudged = passed_grade();
    unjudged.criteria[0].state = Criterion::State::not_judged;
    CHECK(verdict_in_words(unjudged) == "not judged");
    unjudged.criteria[1].state = Criterion::State::failed;
    CHECK(verdict_in_words(unjudged) == "failed");
    unjudged.criteria[0].state = Criterion::State::not_measured;
    unjudged.criteria[1].state = Criterion::State::passed;
    CHECK(verdict_in_words(unjudged) == "passed");
}

TEST_CASE("every state but passed has a message", "[grader]") {
    Grade grade = racy_grade();
    CHECK(message_in_words(grade.criteria[1]) == "Line 9 writes `total` in every thread.");
    for (Criterion& criterion : grade.criteria) {
        criterion.message.clear();
        CHECK(message_in_words(criterion).empty() == (criterion.state == Criterion::State::passed));
    }
    CHECK(message_with_points(grade, grade.criteria[0]).empty());
    const Grade late = late_grade();
    CHECK(message_with_points(late, late.criteria[1]) == "No points without the right answer.");
    CHECK(message_with_points(late, late.criteria[0]) == "A thread still ran after the return.");
}

TEST_CASE("the total says the verdict", "[grader]") {
    CHECK(title_in_words(racy_grade()) == "04-shared-total: alice.cpp");
    CHECK(total_in_words(racy_grade()) == "Total: 4 of 10 points. Verdict: race");
    CHECK(total_in_words(late_grade()) == "Total: 0 of 10 points. Verdict: late");
    CHECK(total_in_words(passed_grade()) == "Total: 0.3 of 0.3 points. Verdict: passed");
    CHECK(settings_in_words(racy_grade()) == "Graded in 3.12 s, seed 42, sandbox level B: bubblewrap");
}
