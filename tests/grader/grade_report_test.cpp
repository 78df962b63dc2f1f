// Grades on a terminal.
#include "grader/grade_report.hpp"

#include <algorithm>
#include <limits>
#include <sstream>

#include "catch.hpp"
#include "grader/hostile_grades.hpp"
#include "report/wrapping.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string printed(const Grade& grade, std::size_t width = 80, bool colours = false) {
    std::ostringstream out;
    print_grade(out, grade, {.width = width, .colours = colours});
    return out.str();
}

std::string printed(const std::vector<Grade>& grades, std::size_t width = 80) {
    std::ostringstream out;
    print_grades(out, grades, {.width = width, .colours = false});
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("a student sees each criterion, its message, the total and the settings", "[grader]") {
    CHECK(printed(racy_grade()) ==
          "04-shared-total: alice.cpp\n"
          "criterion  points  result\n"
          "answer     3 of 3  passed\n"
          "races      0 of 4  failed: race\n"
          "    Line 9 writes `total` in every thread.\n"
          "bits       0 of 2  not judged\n"
          "    Not judged, because another criterion failed.\n"
          "speed      1 of 1  not measured\n"
          "    The interval is too wide.\n"
          "Total: 4 of 10 points. Verdict: race\n"
          "Graded in 3.12 s, seed 42, sandbox level B: bubblewrap\n");
    CHECK_THAT(printed(late_grade()), ContainsSubstring("answer     0 of 6  failed: late\n"));
    Grade wrong = racy_grade();
    wrong.criteria[0].state = Criterion::State::failed;
    wrong.criteria[1].state = Criterion::State::passed;
    CHECK_THAT(printed(wrong), ContainsSubstring("races      0 of 4  passed, without points\n") &&
                                   ContainsSubstring("speed      0 of 1  not measured, without points\n"));
    CHECK_THAT(printed(late_grade()), ContainsSubstring("Total: 0 of 10 points. Verdict: late\n"));
    CHECK_THAT(printed(racy_grade(), 80, true), ContainsSubstring("\033[31mfailed: race\033[0m"));
}

TEST_CASE("a message is wrapped, and its own lines stay", "[grader]") {
    Grade grade = racy_grade();
    grade.criteria[1].message = "one two three four five six seven\n  ^~~ eight";
    CHECK_THAT(printed(grade, 30), ContainsSubstring("    one two three four five\n"
                                                     "    six seven\n"
                                                     "      ^~~ eight\n"
                                                     "bits"));
    grade.criteria[1].message = std::string(30, 'w');
    CHECK_THAT(printed(grade, 30), ContainsSubstring("    " + std::string(26, 'w') + "\n    wwww\nbits"));
}

TEST_CASE("whatever the texts are, a grade fits a screen", "[grader]") {
    for (const Grade& grade : hostile_grades()) {
        for (const std::size_t width : {std::size_t{60}, std::size_t{80}, std::size_t{200}}) {
            const std::vector<std::string> lines = lines_of(printed(grade, width));
            CHECK(lines.size() < 24);
            for (const std::string& line : lines) CHECK(width_of(line) <= width);
        }
    }
    for (const Grade& grade : hostile_grades()) {
        for (const std::size_t width : {std::size_t{0}, std::size_t{7}, std::numeric_limits<std::size_t>::max()}) {
            const std::string text = printed(grade, width);
            CHECK(std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; }));
        }
    }
}

TEST_CASE("messages share the screen, and a cut one says so", "[grader]") {
    Grade grade = racy_grade();
    grade.criteria[1].message = "first" + std::string(30, '\n');
    grade.criteria[3].message = std::string(30, '\n');
    const std::vector<std::string> lines = lines_of(printed(grade));
    CHECK(lines.size() == 23);
    const auto cut = [](const std::string& line) { return line.ends_with(" …"); };
    CHECK(std::count_if(lines.begin(), lines.end(), cut) == 2);
    CHECK(std::count(lines.begin(), lines.end(), "    Not judged, because another criterion failed.") == 1);
    CHECK(std::count(lines.begin(), lines.end(), "    first") == 1);
}

TEST_CASE("an instructor sees a row per submission", "[grader]") {
    CHECK(printed({racy_grade(), passed_grade()}) ==
          "submission  exercise             points  verdict\n"
          "alice.cpp   04-shared-total     4 of 10  race\n"
          "carol.cpp   04-shared-total  0.3 of 0.3  passed\n"
          "1 of 2 passed\n"
          "Seed 42\n"
          "Sandbox level B: bubblewrap\n");
    const std::string different = printed({racy_grade(), late_grade()});
    CHECK_THAT(different, ContainsSubstring("  18446744073709551615  late\n"));
    CHECK_THAT(different, ContainsSubstring("Sandbox level A: the protocol alone\nSandbox level B: bubblewrap\n"));
}

TEST_CASE("a long name leaves the rows of a class aligned", "[grader]") {
    Grade grade = racy_grade();
    grade.submission = "begin" + std::string(300, 'x') + "end.cpp";
    CHECK_THAT(printed({grade, racy_grade()}),
               ContainsSubstring("\nbeginxxxxxxxxxxxxxx…xxxxxxxxxxxxxend.cpp  04-shared-total  4 of 10  race\n"));
    for (const Grade& hostile : hostile_grades()) {
        const std::string text = printed({hostile});
        CHECK(std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; }));
    }
}

TEST_CASE("two long names that look the same when they are shortened are shown whole", "[grader]") {
    Grade one = racy_grade();
    Grade other = racy_grade();
    one.submission = "Alexandra Katharina Muster_1_assignsubmission_file/sum.cpp";
    other.submission = "Alexandra Katharina Lehmann_2_assignsubmission_file/sum.cpp";
    const std::string text = printed({one, other});
    CHECK_THAT(text, ContainsSubstring(one.submission));
    CHECK_THAT(text, ContainsSubstring(other.submission));
}
