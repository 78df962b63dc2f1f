// What is read from an exercise's prediction.md, and what is refused.
#include "grader/prediction.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"
#include "grader/exercise.hpp"
#include "grader/scratch_folder.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace fs = std::filesystem;

namespace {

// The text with its parts. A test replaces one of them.
struct Text {
    std::string question = "What is `1 + 1`?\n";
    std::string choices = "\n- [ ] one\n- [x] two\n";
    std::string commands = "make run\n";
    std::string meaning = "It is two.\n";

    std::string whole() const { return question + choices + "---\n" + commands + "---\n" + meaning; }
};

std::string refusal_of(const std::string& text) {
    try {
        prediction_task_of(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "accepted";
}

std::string refusal_of_choices(const std::string& choices) { return refusal_of(Text{.choices = choices}.whole()); }

}  // namespace

TEST_CASE("a prediction has a question, choices, commands and a meaning", "[grader]") {
    const PredictionTask task = prediction_task_of(
        "\nA question in\ntwo lines.\n\n- not a choice\n\n  Another paragraph [ ].  \n\n"
        "- [ ] one\n- [x] two,\n  in *three*\n    lines\n\n- [ ]  three - [x] \n\n"
        "---\n\nmake run\n  build/release/bin/compare --list \n"
        "---\nIt means – something.\n\nA second paragraph.\n\n");
    CHECK(task.question == "A question in\ntwo lines.\n\n- not a choice\n\n  Another paragraph [ ].  \n");
    CHECK(task.choices == std::vector<std::string>{"one", "two, in *three* lines", "three - [x]"});
    CHECK(task.expected == 1);
    CHECK(task.commands == std::vector<std::string>{"make run", "build/release/bin/compare --list"});
    CHECK(task.meaning == "It means – something.\n\nA second paragraph.\n");
}

TEST_CASE("a command of a prediction continues after a backslash", "[grader]") {
    const auto commands_of = [](const std::string& text) {
        return prediction_task_of(Text{.commands = text}.whole()).commands;
    };
    CHECK(commands_of("a \\\n    --b \\\n c\nd\n") == std::vector<std::string>{"a --b c", "d"});
    CHECK(commands_of("a\\\nb\n") == std::vector<std::string>{"a b"});
    CHECK_THAT(refusal_of(Text{.commands = "a \\\n"}.whole()), ContainsSubstring("ends in a backslash"));
}

TEST_CASE("the last line of a prediction may lack its end", "[grader]") {
    CHECK(prediction_task_of(Text{.meaning = "two"}.whole()).meaning == "two\n");
}

TEST_CASE("a prediction has three parts, none of them empty", "[grader]") {
    const Text text;
    CHECK(refusal_of(text.whole()) == "accepted");
    CHECK_THAT(refusal_of(""), ContainsSubstring("it has 1 part;"));
    CHECK_THAT(refusal_of(text.question + text.choices + "---\n" + text.commands),
               ContainsSubstring("it has 2 parts;"));
    CHECK_THAT(refusal_of(text.whole() + "---\n"), ContainsSubstring("it has 4 parts;"));
    CHECK_THAT(refusal_of(text.question + text.choices + "--- \n" + text.commands + "---\n" + text.meaning),
               ContainsSubstring("it has 2 parts;"));
    CHECK_THAT(refusal_of(Text{.question = " \n"}.whole()), ContainsSubstring("no question"));
    CHECK_THAT(refusal_of(Text{.commands = " \n\n"}.whole()), ContainsSubstring("no command"));
    CHECK_THAT(refusal_of(Text{.meaning = "\n"}.whole()), ContainsSubstring("the third part"));
}

TEST_CASE("exactly one of the choices of a prediction is true", "[grader]") {
    CHECK_THAT(refusal_of_choices("- [ ] one\n- [ ] two\n"), ContainsSubstring("0 choices are marked with [x]"));
    CHECK_THAT(refusal_of_choices("- [x] one\n- [x] two\n"), ContainsSubstring("2 choices are marked with [x]"));
    CHECK_THAT(refusal_of_choices("- [x] one\n"), ContainsSubstring("fewer than two choices"));
    CHECK_THAT(refusal_of_choices("* [ ] one\n* [x] two\n"), ContainsSubstring("fewer than two choices"));
    CHECK_THAT(refusal_of_choices("- [x] two\n- [ ] one\n  more\n- [ ] one more\n"),
               ContainsSubstring("the choice 'one more' is there twice"));
}

TEST_CASE("a malformed choice is named by its line", "[grader]") {
    CHECK_THAT(refusal_of_choices("\n- [X] one\n- [x] two\n"), ContainsSubstring("line 3 begins neither with"));
    CHECK_THAT(refusal_of_choices("- [ ] one\n- [x] two\n- [] three\n"), ContainsSubstring("line 4 begins neither"));
    CHECK_THAT(refusal_of_choices("- [ ] one\n- [x]two\n"), ContainsSubstring("line 3 has no space"));
    CHECK_THAT(refusal_of_choices("- [ ] one\n- [x]  \n  two\n"), ContainsSubstring("line 3 is a choice without"));
    CHECK_THAT(refusal_of_choices("- [ ] one\n- [x] two\n three\n"), ContainsSubstring("line 4 is neither"));
    CHECK_THAT(refusal_of_choices("- [ ] one\n- [x] two\n\nAnd so on.\n"), ContainsSubstring("line 5 is neither"));
    CHECK_THAT(refusal_of_choices("- [ ] one\n- three\n- [x] two\n"), ContainsSubstring("line 3 is neither"));
}

TEST_CASE("the lines of a prediction fit into 80 columns, and a terminal can show them", "[grader]") {
    CHECK(refusal_of(Text{.meaning = std::string(80, 'x')}.whole()) == "accepted");
    std::string squares;
    for (int i = 0; i < 80; ++i) squares += "²";
    CHECK(refusal_of(Text{.meaning = squares}.whole()) == "accepted");
    CHECK_THAT(refusal_of(Text{.meaning = squares + "!"}.whole()),
               ContainsSubstring("line 8 has 81 columns; at most 80 are accepted"));
    // Turns the direction of the text. In two pieces, because clang-tidy takes one for an attack.
    const std::string other_direction = std::string{"a\xe2\x80"} + "\xae";
    for (const std::string& bad :
         {std::string{"a\tb"}, std::string{"\033[31mred"}, std::string{"a\r"}, std::string{"\xff"}, other_direction}) {
        CHECK_THAT(refusal_of(Text{.question = bad + "\n"}.whole()),
                   ContainsSubstring("line 1 contains a tab, a control character"));
    }
    CHECK_THAT(refusal_of(Text{.commands = std::string("make\0run\n", 9)}.whole()),
               ContainsSubstring("line 6 contains a tab, a control character"));
}

TEST_CASE("a malformed prediction is named by its file", "[grader]") {
    const ScratchFolder scratch;
    const fs::path path = scratch.path() / "prediction.md";
    CHECK_THROWS_WITH(read_prediction_task(path), "'" + path.string() + "' cannot be read");
    std::ofstream{path} << "What?\n";
    CHECK_THROWS_WITH(read_prediction_task(path), ContainsSubstring(path.string() + ": it has 1 part;"));
    std::ofstream{path} << Text{}.whole();
    CHECK(read_prediction_task(path).expected == 1);
    CHECK_THROWS_WITH(read_prediction_task(scratch.path()), "'" + scratch.path().string() + "' cannot be read");
}

TEST_CASE("the predictions of the course can be read", "[grader]") {
    const fs::path course = fs::path{DOCS_FOLDER}.parent_path() / "src" / "course";
    std::size_t count = 0;
    for (const std::string& name : exercise_names(course)) {
        const fs::path path = course / name / "prediction.md";
        if (!fs::exists(path)) continue;
        ++count;
        INFO(path);
        CHECK_NOTHROW(read_prediction_task(path));
    }
    CHECK(count >= 5);
}
