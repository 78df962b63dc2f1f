// GitHub Classroom's autograding result. formats_test.py checks it against a schema.
#include "grader/classroom_report.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "grader/base64.hpp"
#include "grader/hostile_grades.hpp"

using namespace reductions;
using nlohmann::json;

namespace {

std::string message_for(const std::string& text) {
    Grade grade = racy_grade();
    grade.criteria[1].message = text;
    return json::parse(classroom_json(grade))["tests"][1]["message"];
}

}  // namespace

TEST_CASE("the result for GitHub Classroom is one line of base64", "[grader]") {
    for (const Grade& grade : hostile_grades()) {
        CHECK(classroom_report(grade) == base64(classroom_json(grade)));
        CHECK(classroom_json(grade).find('\n') == std::string::npos);
    }
}

TEST_CASE("the result for GitHub Classroom has a test per criterion", "[grader]") {
    const json expected = json::parse(R"({
        "version": 1, "status": "fail", "max_score": 10.0, "tests": [
            {"name": "answer", "status": "pass", "score": 3.0, "message": ""},
            {"name": "races", "status": "fail", "score": 0.0, "message": "Line 9 writes `total` in every thread."},
            {"name": "bits", "status": "fail", "score": 0.0,
             "message": "Not judged, because another criterion failed."},
            {"name": "speed", "status": "pass", "score": 1.0, "message": "The interval is too wide."}
        ]})");
    json report = json::parse(classroom_json(racy_grade()));
    for (json& test : report["tests"]) {
        CHECK(test["line_no"] == 0);
        CHECK(test["test_code"].get<std::string>().empty());
        CHECK(test["filename"] == "alice.cpp");
        for (const char* const field : {"line_no", "test_code", "filename"}) test.erase(field);
    }
    CHECK(report == expected);
    CHECK(json::parse(classroom_json(passed_grade()))["status"] == "pass");
}

TEST_CASE("the scores for GitHub Classroom add up to 0 if the answer is not right", "[grader]") {
    const json report = json::parse(classroom_json(late_grade()));
    CHECK(report["tests"][0]["score"] == 0.0);
    CHECK(report["tests"][1]["score"] == 0.0);
    CHECK(report["max_score"] == 10.0);
}

TEST_CASE("no line of a message is a command for GitHub's runner", "[grader]") {
    CHECK(message_for("::error::x") == "| ::error::x");
    CHECK(message_for("a\n  ::error::x\n::y") == "a\n|   ::error::x\n| ::y");
    CHECK(message_for("\u00a0\u3000::stop-commands::x") == "| \u00a0\u3000::stop-commands::x");
    CHECK(message_for("\u00ad:\u00ad:error::x") == "| \u00ad:\u00ad:error::x");
    CHECK(message_for("a ##[error]x") == "a ## [error]x");
    CHECK(message_for("#\u00ad#\u00ad[error]x") == "#\u00ad#\u00ad [error]x");
    CHECK(message_for("std::vector<int> a; a[0]") == "std::vector<int> a; a[0]");
}
