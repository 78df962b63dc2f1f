// Gradescope's results.json. formats_test.py checks it against a schema.
#include "grader/gradescope_report.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "grader/grade_words.hpp"
#include "grader/hostile_grades.hpp"

using namespace reductions;
using nlohmann::json;

namespace {

double sum_of_scores(const json& report) {
    double sum = 0;
    for (const json& test : report["tests"]) sum += test["score"].get<double>();
    return sum;
}

}  // namespace

TEST_CASE("results.json has a test per criterion", "[grader]") {
    const json report = json::parse(gradescope_report(racy_grade()));
    CHECK(report["score"] == 4.0);
    CHECK(report["output"] ==
          "04-shared-total: alice.cpp\nTotal: 4 of 10 points. Verdict: race\n"
          "Graded in 3.12 s, seed 42, sandbox level B: bubblewrap\n");
    CHECK(report["output_format"] == "text");
    const json expected = json::parse(R"([
        {"name": "answer", "score": 3.0, "max_score": 3.0, "status": "passed", "output": ""},
        {"name": "races", "score": 0.0, "max_score": 4.0, "status": "failed",
         "output": "Line 9 writes `total` in every thread."},
        {"name": "bits", "score": 0.0, "max_score": 2.0, "status": "failed",
         "output": "Not judged, because another criterion failed."},
        {"name": "speed", "score": 1.0, "max_score": 1.0, "status": "passed", "output": "The interval is too wide."}
    ])");
    REQUIRE(report["tests"].size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        json test = expected[i];
        test["output_format"] = "text";
        test["visibility"] = "visible";
        CHECK(report["tests"][i] == test);
    }
}

TEST_CASE("the scores of results.json add up, even if the answer is not right", "[grader]") {
    const json report = json::parse(gradescope_report(late_grade()));
    CHECK(report["score"] == 0.0);
    CHECK(sum_of_scores(report) == 0);
    CHECK(report["tests"][1]["status"] == "passed");
    CHECK(report["tests"][1]["output"] == "No points without the right answer.");
    CHECK(sum_of_scores(json::parse(gradescope_report(racy_grade()))) == 4);
}

TEST_CASE("no text breaks results.json", "[grader]") {
    for (const Grade& grade : hostile_grades()) {
        const json report = json::parse(gradescope_report(grade));
        CHECK(report["tests"].size() == grade.criteria.size());
        CHECK(report["score"] == grade.points());
        CHECK(report["tests"][1]["output"] == message_with_points(grade, grade.criteria[1]));
    }
}
