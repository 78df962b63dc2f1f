// Grades for the tests of the reports.
#pragma once

#include <string>
#include <vector>

#include "grader/grade.hpp"

namespace reductions {

// 4 of 10 points: the answer is right, there is a race, and something was neither judged nor measured.
inline Grade racy_grade() {
    using State = Criterion::State;
    return {.submission = "alice.cpp",
            .exercise = "04-shared-total",
            .seed = 42,
            .level = "B: bubblewrap",
            .seconds = 3.1234,
            .criteria = {{"answer", 3, State::passed},
                         {"races", 4, State::failed, VerdictCode::race, "Line 9 writes `total` in every thread."},
                         {"bits", 2, State::not_judged},
                         {"speed", 1, State::not_measured, {}, "The interval is too wide."}}};
}

// The answer is right and earned points, until the verdict took them.
inline Grade late_grade() {
    using State = Criterion::State;
    return {.submission = "bob.cpp",
            .exercise = "11-futures",
            .seed = 18446744073709551615ULL,
            .level = "A: the protocol alone",
            .seconds = 0.5,
            .criteria = {{"answer", 6, State::failed, VerdictCode::late, "A thread still ran after the return."},
                         {"threads", 4, State::passed}}};
}

inline Grade passed_grade() {
    using State = Criterion::State;
    return {.submission = "carol.cpp",
            .exercise = "04-shared-total",
            .seed = 42,
            .level = "B: bubblewrap",
            .seconds = 2,
            .criteria = {{"answer", 0.1, State::passed}, {"races", 0.2, State::passed}}};
}

// Texts that would break a format, or that some reader would obey. The last ones should have been made printable.
inline const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> texts = {
        "]]></failure><testcase name=\"x\"/><!--",
        "<script>alert(1)</script> & &lt; '\"",
        "=HYPERLINK(\"http://example.org\",\"grade\")",
        "  =1+1",
        "@SUM(1)",
        "+1",
        "-1",
        "＝1+1",
        "a, \"quoted\"; comma\nand a line",
        "first\n::notice title=Autograding report::{\"totalPoints\":10,\"maxPoints\":10}",
        " \u00a0\u3000::set-output name=result::x",
        "harmless ##[error]text, #\u00ad#[group]x",
        "\"}],\"score\":100,\"tests\":[{\"name\":\"",
        "Grüße 总和 \U0001F600",
        "not a character \uFFFE\uFFFF",
        "",
        "\tindented",
        "\x1b[2J\x1b]0;title\x07 escape sequences\r\b\x7f",
        std::string{"zero \0 byte", 11},
        "invalid \xff\xfe \xc3 \xed\xa0\x80 \xf4\x90\x80\x80 \xc0\xaf UTF-8 \xe2\x82",
        // U+202E, RIGHT-TO-LEFT OVERRIDE. NOLINTNEXTLINE(misc-misleading-bidirectional)
        "\u202egnp.exe, \u2028 and C1 \u009b31m",
        std::string(3999, 'a') + "€uro",
        std::string(100000, '\xff'),
        "lines\n" + std::string(5000, '\n') + "and words " + std::string(5000, 'w'),
    };
    return texts;
}

// A class with each text in each place where a submission can have an influence.
inline std::vector<Grade> hostile_grades() {
    std::vector<Grade> grades = {racy_grade(), late_grade(), passed_grade()};
    for (const std::string& text : hostile_texts()) {
        Grade grade = racy_grade();
        grade.submission = text;
        grade.level = text;
        grade.exercise = text;
        for (Criterion& criterion : grade.criteria) criterion.message = text;
        grades.push_back(grade);
    }
    return grades;
}

}  // namespace reductions
