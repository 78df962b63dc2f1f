// Exercises whose answer is a text: what is right, what is wrong and why, and what cannot be read.
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "grader/answer_lines.hpp"
#include "grader/labels_answer.hpp"
#include "grader/order_answer.hpp"
#include "grader/schedule_answer.hpp"
#include "race_lab/interleaving.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

// "wrong: ..." or "refused: ..."; "right" if nothing is wrong.
template <typename Task>
std::string verdict_of(const Task& task, const std::string& text) {
    const auto fault = fault_of(task, answer_lines(text));
    return fault ? std::string{to_string(fault->code)} + ": " + fault->message : "right";
}

const LabelsTask three_labels{{{ProgramLabel::racy, {5, 7}, "Hint one."},
                               {ProgramLabel::lossy, {}, "Hint two."},
                               {ProgramLabel::right, {}, "Hint three."}}};

// A, then B directly before C, then D; X stands for A.
const OrderTask four_lines{
    {{'A', "int total = 0;"}, {'B', "#pragma omp atomic"}, {'C', "total += 1;"}, {'D', "}"}, {'X', "int total;"}},
    {{'A', 'B', false, "A declares it."}, {'B', 'C', true, "B is about C."}},
    {{'X', {'A', "It has no value."}}}};

}  // namespace

TEST_CASE("an answer's lines are those that say something", "[grader]") {
    const auto numbers_and_texts = [](const std::string& text) {
        std::vector<std::pair<std::size_t, std::string>> found;
        for (const AnswerLine& line : answer_lines(text)) found.emplace_back(line.number, line.text);
        return found;
    };
    using Lines = std::vector<std::pair<std::size_t, std::string>>;
    CHECK(numbers_and_texts("").empty());
    CHECK(numbers_and_texts("# a\n\n  #b\n \t\n").empty());
    CHECK(numbers_and_texts("a\n# c\n  b c \n") == Lines{{1, "a"}, {3, "b c"}});
    CHECK(numbers_and_texts("a\r\n\r\nb\r\n") == Lines{{1, "a"}, {3, "b"}});
    CHECK(numbers_and_texts("a\r\rb") == Lines{{1, "a"}, {3, "b"}});
    CHECK(numbers_and_texts("\xef\xbb\xbf# c\na") == Lines{{2, "a"}});
    CHECK(words_of(" a\tbc  d ") == std::vector<std::string>{"a", "bc", "d"});
    CHECK(words_of("").empty());
    CHECK(quoted_part("abc") == "'abc'");
    CHECK(quoted_part(std::string(1000, 'x')) == "'" + std::string(80, 'x') + "…'");
}

TEST_CASE("a schedule is right if it loses the update that is named", "[grader]") {
    for (const std::size_t loser : {0U, 1U}) {
        for (const Schedule& schedule : all_schedules()) {
            const std::string text = format_schedule(schedule);
            INFO(loser << ' ' << text);
            const auto lost = replay(schedule).lost_update();
            CHECK((verdict_of(ScheduleTask{loser}, text) == "right") == (lost && lost->loser == loser));
        }
    }
    CHECK(verdict_of(ScheduleTask{0}, "# c\n 01 0\t011 \n") == "right");
}

TEST_CASE("a wrong schedule is explained", "[grader]") {
    const auto verdict = [](const std::string& text) { return verdict_of(ScheduleTask{0}, text); };
    CHECK_THAT(verdict("000111"), ContainsSubstring("wrong: The total is 72, and that is right") &&
                                      ContainsSubstring("So no update is lost. Lose thread 0's update."));
    CHECK_THAT(verdict("011100"),
               ContainsSubstring("wrong: The total is 36") && ContainsSubstring("thread 1's update is lost"));
    CHECK_THAT(verdict("0000"), ContainsSubstring("wrong: ") && ContainsSubstring("thread 0 take step 4"));
    CHECK_THAT(verdict("01"), ContainsSubstring("wrong: ") && ContainsSubstring("ends after 2 of 6 steps"));
    const std::string endless = verdict(std::string(100'000, '0'));
    CHECK_THAT(endless, ContainsSubstring("wrong: "));
    CHECK(endless.size() < 300);
}

TEST_CASE("what is no schedule is refused, and the message says what is accepted", "[grader]") {
    for (const std::string text :
         {"", "# nothing", "load", "012345", "010101\n010011", "\xff\xfe", "0101\u0661\u0661"}) {
        INFO(text);
        CHECK_THAT(verdict_of(ScheduleTask{0}, text),
                   ContainsSubstring("refused: ") && ContainsSubstring("such as 010101"));
    }
    CHECK_THAT(verdict_of(ScheduleTask{0}, "\nload\n"), ContainsSubstring("line 2 is not a schedule: 'load'"));
}

TEST_CASE("labels are right with each line of the race, in any order", "[grader]") {
    CHECK(verdict_of(three_labels, "1 racy 5\n2 lossy\n3 right\n") == "right");
    CHECK(verdict_of(three_labels, "3 right\n# c\n1   racy\t7\n2 lossy") == "right");
}

TEST_CASE("wrong labels are counted, and one of them is named", "[grader]") {
    CHECK(verdict_of(three_labels, "1 right\n2 right\n3 right") ==
          "wrong: 1 of 3 are right. For example, program 1 has another label. Hint one.");
    CHECK(verdict_of(three_labels, "1 racy 6\n2 lossy\n3 right") ==
          "wrong: 2 of 3 are right. For example, program 1 is racy, but line 6 is none of the accesses that race. Hint "
          "one.");
    CHECK(verdict_of(three_labels, "1 racy 5\n2 racy 1\n3 racy 1") ==
          "wrong: 1 of 3 are right. For example, program 2 has another label. Hint two.");
}

TEST_CASE("labels that cannot be read are refused", "[grader]") {
    const auto reason = [](const std::string& text) {
        const std::string verdict = verdict_of(three_labels, text);
        CHECK_THAT(verdict, ContainsSubstring("expected a line for each program, such as '1 racy 12'"));
        return verdict.substr(0, verdict.find(';'));
    };
    CHECK(reason("") == "refused: program 1 has no label");
    CHECK(reason("1 racy 5\n3 right") == "refused: program 2 has no label");
    CHECK(reason("1") == "refused: line 1: it has no label");
    CHECK(reason("\n1 Racy 5") == "refused: line 2: 'Racy' is not one of racy, lossy, right");
    CHECK(reason("1 racy") == "refused: line 1: a racy program needs the number of a line");
    CHECK(reason("1 racy x") == "refused: line 1: 'x' is not the number of a line");
    CHECK(reason("1 racy -5") == "refused: line 1: '-5' is not the number of a line");
    CHECK(reason("1 racy 5 7") == "refused: line 1: nothing may follow '5'");
    CHECK(reason("2 lossy 5") == "refused: line 1: nothing may follow 'lossy'");
    CHECK(reason("1 racy 99999999999999999999") ==
          "refused: line 1: '99999999999999999999' is not the number of a line");
    for (const std::string number : {"0", "4", "1x", "-1", "one", "18446744073709551617"}) {
        CHECK(reason(number + " right") == "refused: line 1: '" + number + "' is not the number of a program, 1 to 3");
    }
    CHECK(reason("1 right\n1 right") == "refused: line 2: program 1 has a label already");
}

TEST_CASE("every order that keeps the rules is right", "[grader]") {
    for (const std::string order : {"A\nB\nC\nD", "D\nA\nB\nC", "A\nD\nB\nC"}) {
        INFO(order);
        CHECK(verdict_of(four_lines, order) == "right");
    }
    CHECK(verdict_of(four_lines, "A  int   total = 0;\nB   #pragma omp atomic\n  C\ttotal += 1;\nD") == "right");
}

TEST_CASE("the first line that is out of place is named", "[grader]") {
    CHECK(verdict_of(four_lines, "B\nC\nA\nD") ==
          "wrong: the first line that is out of place is number 1 of yours, B (#pragma omp atomic). A declares it.");
    CHECK(verdict_of(four_lines, "A\nB\nD\nC") ==
          "wrong: the first line that is out of place is number 3 of yours, D (}). B is about C.");
    CHECK(verdict_of(four_lines, "A\nD\nC\nB") ==
          "wrong: the first line that is out of place is number 3 of yours, C (total += 1;). B is about C.");
}

TEST_CASE("a distractor's misconception is named, and so is what is missing", "[grader]") {
    CHECK(verdict_of(four_lines, "X\nB\nC\nD") ==
          "wrong: X (int total;) does not belong in the program. It has no value.");
    CHECK(verdict_of(four_lines, "X\nA\nB\nC\nD") ==
          "wrong: only one of these belongs in the program: X (int total;) and A (int total = 0;)");
    CHECK(verdict_of(four_lines, "B\nC\nD") ==
          "wrong: the program is not complete; it still needs A (int total = 0;) or X (int total;)");
    CHECK(verdict_of(four_lines, "A\nB\nC") == "wrong: the program is not complete; it still needs D (})");
    CHECK(verdict_of(four_lines, "A\nB\nD") ==
          "wrong: the first line that is out of place is number 3 of yours, D (}). B is about C.");
}

TEST_CASE("an order that cannot be read is refused", "[grader]") {
    const auto reason = [](const std::string& text) {
        const std::string verdict = verdict_of(four_lines, text);
        CHECK_THAT(verdict, ContainsSubstring("expected lines of the exercise in the program's order"));
        return verdict.substr(0, verdict.find("; expected"));
    };
    CHECK(reason("#pragma omp atomic") == "refused: the file contains no line of the program");
    CHECK(reason("A\nint total;") == "refused: line 2: 'int total;' does not begin with the letter of a line");
    CHECK(reason("E") == "refused: line 1: 'E' does not begin with the letter of a line");
    CHECK(reason("AB") == "refused: line 1: 'AB' does not begin with the letter of a line");
    CHECK(reason("A int total = 1;") == "refused: line 1: what follows A is not its text, 'int total = 0;'");
    CHECK(reason("A\nA") == "refused: line 2: A is there twice");
    CHECK(reason("\xff") == "refused: line 1: '\xff' does not begin with the letter of a line");
}
