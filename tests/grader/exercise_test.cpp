// The exercises of the course.
#include "grader/exercise.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "catch.hpp"
#include "grader/scratch_folder.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::filesystem::path course = DOCS_FOLDER "/../src/course";

std::string file_contents(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string error_of(const std::string& json) {
    const ScratchFolder scratch;
    std::ofstream{scratch.path() / "exercise.json"} << json;
    try {
        read_exercise(scratch.path());
        return "";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("every exercise can be read, and gives 10 points", "[grader]") {
    const std::vector<std::string> names = exercise_names(course);
    CHECK(names.size() >= 8);
    const auto place = [&](const char* name) { return std::find(names.begin(), names.end(), name) - names.begin(); };
    CHECK(place("01-judge-first") == 0);
    CHECK(place("02a-lines-of-the-loop") + 1 == place("02-region-and-loop"));
    CHECK(place("04-repair-the-total") < place("13-the-same-bits"));
    for (const std::string& name : names) {
        INFO(name);
        const Exercise exercise = read_exercise(course / name);
        CHECK(exercise.name == name);
        CHECK_FALSE(exercise.title.empty());
        CHECK(exercise.content != Content::doubles);
        REQUIRE_FALSE(exercise.criteria.empty());
        CHECK(exercise.criteria.front().first == "answer");
        double sum = 0;
        for (const auto& [criterion, points] : exercise.criteria) {
            CHECK(points > 0);
            sum += points;
        }
        CHECK(sum == 10);
        CHECK(exercise.asks_for("speed") == !exercise.speed.empty());
        for (const SpeedGoal& goal : exercise.speed) {
            CHECK(goal.slow > 1);
            CHECK(goal.elements >= 1000);
        }
        CHECK(exercise.asks_for("accuracy") == (exercise.ulps >= 1));
        CHECK(std::filesystem::exists(exercise.solution()));
        CHECK(std::filesystem::exists(exercise.starter()));
    }
}

TEST_CASE("a text is the answer of some exercises: the solution is right, and the starter is not", "[grader]") {
    std::size_t texts = 0;
    for (const std::string& name : exercise_names(course)) {
        INFO(name);
        const Exercise exercise = read_exercise(course / name);
        // The desk knows the kind by the starter's name.
        CHECK(std::filesystem::exists(course / name / "starter.txt") != exercise.asks_for_program());
        CHECK(std::filesystem::exists(course / name / "starter.cpp") == exercise.asks_for_program());
        if (exercise.asks_for_program()) continue;
        ++texts;
        const auto fault = fault_of_text(exercise, file_contents(exercise.solution()));
        INFO((fault ? fault->message : ""));
        CHECK_FALSE(fault);
        const auto of_starter = fault_of_text(exercise, file_contents(exercise.starter()));
        REQUIRE(of_starter);
        CHECK(of_starter->code == VerdictCode::wrong);
    }
    CHECK(texts >= 6);
}

TEST_CASE("the starter of an order contains each line once", "[grader]") {
    for (const std::string& name : exercise_names(course)) {
        const Exercise exercise = read_exercise(course / name);
        const auto* task = std::get_if<OrderTask>(&exercise.task);
        if (!task) continue;
        INFO(name);
        std::string expected;
        for (const auto& [letter, text] : task->lines) expected += std::string{letter} + "  " + text + "\n";
        const std::string starter = file_contents(exercise.starter());
        CHECK(starter.substr(starter.find('\n') + 1) == expected);
    }
}

TEST_CASE("an exercise is what its file says", "[grader]") {
    const ScratchFolder scratch;
    const auto folder = scratch.path() / "09-an-exercise";
    std::filesystem::create_directories(folder);
    std::filesystem::create_directories(scratch.path() / "no-exercise");
    std::ofstream{folder / "exercise.json"}
        << R"({"title": "T", "element": "double", "criteria": {"answer": 4, "threads": 2, "bits": 0.5}})";
    const Exercise exercise = read_exercise(folder);
    CHECK(exercise.title == "T");
    CHECK(exercise.content == Content::whole_doubles);
    CHECK(exercise.criteria ==
          std::vector<std::pair<std::string, double>>{{"answer", 4}, {"threads", 2}, {"bits", 0.5}});
    CHECK(exercise.asks_for("threads"));
    CHECK_FALSE(exercise.asks_for("races"));
    CHECK_FALSE(exercise.guarded_heap);
    CHECK_FALSE(exercise.small_team);
    CHECK(exercise.openmp);
    std::ofstream{folder / "exercise.json"}
        << R"({"title": "T", "element": "int64", "openmp": false, "criteria": {"answer": 1}})";
    CHECK_FALSE(read_exercise(folder).openmp);
    CHECK(exercise_names(scratch.path()) == std::vector<std::string>{"09-an-exercise"});
}

TEST_CASE("an exercise may ask for the speed at several sizes", "[grader]") {
    const ScratchFolder scratch;
    const auto goals_of = [&](const std::string& speed) {
        std::ofstream{scratch.path() / "exercise.json"}
            << R"({"title": "T", "element": "int64", "criteria": {"answer": 1, "speed": 2}, )" + speed + "}";
        return read_exercise(scratch.path()).speed;
    };
    const auto usual = goals_of(R"("slow": 1.5)");
    REQUIRE(usual.size() == 1);
    CHECK(usual[0].elements == 1 << 20);
    CHECK(usual[0].slow == 1.5);
    const auto two = goals_of(R"("speed": [{"elements": 1000, "slow": 8}, {"slow": 2}])");
    REQUIRE(two.size() == 2);
    CHECK(two[0].elements == 1000);
    CHECK(two[0].slow == 8);
    CHECK(two[1].elements == 1 << 20);
    CHECK(two[1].slow == 2);
    CHECK_FALSE(two[1].busy_core);
    CHECK(goals_of(R"("speed": [{"busy_core": true, "slow": 2}])").at(0).busy_core);
    CHECK_THROWS_WITH(goals_of(R"("speed": [])"), ContainsSubstring("speed: an empty list"));
    CHECK_THROWS_WITH(goals_of(R"("speed": [{"elements": 3, "slow": 2}])"),
                      ContainsSubstring("fewer than 100 elements"));
}

TEST_CASE("an exercise may ask for a guarded heap and for a small team", "[grader]") {
    const ScratchFolder scratch;
    std::ofstream{scratch.path() / "exercise.json"}
        << R"({"title": "T", "element": "int64", "criteria": {"answer": 1}, "guarded_heap": true, "small_team": true})";
    const Exercise exercise = read_exercise(scratch.path());
    CHECK(exercise.guarded_heap);
    CHECK(exercise.small_team);
}

TEST_CASE("an exercise may ask for another function", "[grader]") {
    const ScratchFolder scratch;
    const auto function_of = [&](const std::string& field) {
        std::ofstream{scratch.path() / "exercise.json"}
            << R"({"title": "T", "element": "int64", "criteria": {"answer": 1})" << field << "}";
        return read_exercise(scratch.path()).function;
    };
    CHECK(function_of("") == AskedFunction::sum);
    CHECK(function_of(R"(, "function": "sum_of_squared_differences")") == AskedFunction::sum);
    CHECK(function_of(R"(, "function": "sum_and_largest")") == AskedFunction::sum_and_largest);
    CHECK(function_of(R"(, "function": "sum_with_threads")") == AskedFunction::sum_with_threads);
    const std::string title = R"({"title": "T", )";
    CHECK_THAT(error_of(title + R"("element": "int64", "function": "product", "criteria": {"answer": 1}})"),
               ContainsSubstring(
                   "function: 'product' is not one of sum_of_squared_differences, sum_and_largest, sum_with_threads"));
    CHECK_THAT(error_of(title + R"("element": "double", "function": "sum_and_largest", "criteria": {"answer": 1}})"),
               ContainsSubstring("function: sum_and_largest needs int64"));
    CHECK_THAT(error_of(title + R"("element": "double", "function": "sum_with_threads", "criteria": {"answer": 1}})"),
               ContainsSubstring("function: sum_with_threads needs int64"));
    CHECK_THAT(error_of(title + R"("element": "int64", "function": "sum_and_largest", "slow": 2,
                                   "criteria": {"answer": 1, "speed": 1}})"),
               ContainsSubstring("speed and bits are judged for sum_of_squared_differences alone"));
}

TEST_CASE("a bad exercise's error says what is wrong", "[grader]") {
    CHECK_THAT(error_of("{"), ContainsSubstring("exercise.json: ") && ContainsSubstring("parse error"));
    CHECK_THAT(error_of("{}"), ContainsSubstring("exercise.json: ") && ContainsSubstring("title"));
    CHECK_THAT(error_of(R"({"title": 3, "element": "int64", "criteria": {"answer": 1}})"), ContainsSubstring("string"));
    CHECK_THAT(error_of(R"({"title": "T", "criteria": {"answer": 1}})"), ContainsSubstring("element"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "float", "criteria": {"answer": 1}})"),
               ContainsSubstring("element: neither int64 nor double"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64"})"), ContainsSubstring("criteria"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64", "criteria": {"answer": 1, "beauty": 2}})"),
               ContainsSubstring("'beauty' is not one of answer, threads, races, accuracy, bits, speed"));
    for (const char* const criteria : {"{}", R"({"races": 1, "answer": 1})", R"({"speed": 1})"}) {
        CHECK_THAT(
            error_of(R"({"title": "T", "element": "int64", "slow": 2, "criteria": )" + std::string{criteria} + "}"),
            ContainsSubstring("criteria: the first one is not answer"));
    }
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64", "criteria": {"answer": "1"}})"),
               ContainsSubstring("number"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64", "criteria": {"answer": 1, "speed": 2}})"),
               ContainsSubstring("slow"));
    const auto of_kind = [](const std::string& kind, const std::string& rest) {
        return error_of(R"({"title": "T", "criteria": {"answer": 1}, "kind": ")" + kind + "\"" + rest + "}");
    };
    CHECK_THAT(of_kind("essay", ""), ContainsSubstring("'essay' is not one of program, schedule, labels, order"));
    CHECK_THAT(of_kind("program", ""), ContainsSubstring("element"));
    CHECK_THAT(of_kind("schedule", R"(, "loses": 2)"), ContainsSubstring("loses: neither 0 nor 1"));
    CHECK_THAT(of_kind("labels", R"(, "programs": [{"label": "good", "hint": ""}])"),
               ContainsSubstring("a label is not one of racy, lossy, right"));
    CHECK_THAT(of_kind("labels", R"(, "programs": [{"label": "racy", "hint": ""}])"), ContainsSubstring("lines"));
    CHECK_THAT(of_kind("order", R"(, "lines": {"ab": "x"}, "rules": [], "distractors": {})"),
               ContainsSubstring("'ab' is not one of A to Z"));
    CHECK_THAT(of_kind("order", R"(, "lines": {"A": "x"}, "rules": [{"first": "A", "then": "B"}], "distractors": {})"),
               ContainsSubstring("'B' is not the letter of a line"));
    CHECK_THAT(
        error_of(R"({"title": "T", "kind": "schedule", "loses": 0, "slow": 2, "criteria": {"answer": 1, "speed": 1}})"),
        ContainsSubstring("only the answer is judged"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "double", "criteria": {"answer": 1, "accuracy": 2}})"),
               ContainsSubstring("ulps"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64", "ulps": 2, "criteria": {"answer": 1, "accuracy": 2}})"),
               ContainsSubstring("accuracy: whole numbers are not rounded"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64", "criteria": {"answer": 1}, "small_team": 3})"),
               ContainsSubstring("boolean"));
    CHECK_THAT(error_of(R"({"title": "T", "element": "int64", "criteria": {"answer": 1}, "openmp": "no"})"),
               ContainsSubstring("boolean"));
    CHECK_THROWS_WITH(read_exercise("/no/such"), ContainsSubstring("'/no/such/exercise.json' cannot be read"));
}
