// JUnit XML. formats_test.py reads it with a parser of XML and checks it against the schema.
#include "grader/junit_report.hpp"

#include <cmath>

#include "catch.hpp"
#include "grader/hostile_grades.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string junit_report(const Grade& grade) { return reductions::junit_report(std::span{&grade, 1}); }

}  // namespace

TEST_CASE("JUnit XML has a suite per submission and a case per criterion", "[grader]") {
    const std::vector<Grade> grades = {racy_grade()};
    CHECK(reductions::junit_report(grades) == R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="4" failures="1" errors="0" time="3.123">
  <testsuite name="alice.cpp" tests="4" failures="1" errors="0" skipped="2" time="3.123">
    <properties>
      <property name="exercise" value="04-shared-total"/>
      <property name="verdict" value="race"/>
      <property name="points" value="4"/>
      <property name="most points" value="10"/>
      <property name="seed" value="42"/>
      <property name="level" value="B: bubblewrap"/>
    </properties>
    <testcase name="answer" classname="04-shared-total.alice_cpp"/>
    <testcase name="races" classname="04-shared-total.alice_cpp">
      <failure type="race" message="Line 9 writes `total` in every thread.">)"
                                              R"(Line 9 writes `total` in every thread.</failure>
    </testcase>
    <testcase name="bits" classname="04-shared-total.alice_cpp">
      <skipped message="Not judged, because another criterion failed."/>
    </testcase>
    <testcase name="speed" classname="04-shared-total.alice_cpp">
      <skipped message="The interval is too wide."/>
    </testcase>
  </testsuite>
</testsuites>
)");
    CHECK(reductions::junit_report({}).ends_with(
        "<testsuites tests=\"0\" failures=\"0\" errors=\"0\" time=\"0.000\">\n</testsuites>\n"));
}

TEST_CASE("text in XML ends no element, no attribute and no section", "[grader]") {
    Grade grade = racy_grade();
    grade.criteria[1].message = "]]></failure> & \"a\"\nb";
    CHECK_THAT(junit_report(grade),
               ContainsSubstring("<failure type=\"race\" message=\"]]&gt;&lt;/failure&gt; &amp; &quot;a&quot;&#10;b\">"
                                 "]]&gt;&lt;/failure&gt; &amp; &quot;a&quot;\nb</failure>"));
}

TEST_CASE("XML contains no character that XML forbids", "[grader]") {
    Grade grade = racy_grade();
    grade.submission = "a\uFFFEb\uFFFFc\x01";
    CHECK_THAT(junit_report(grade), ContainsSubstring("name=\"a\\ufffeb\\uffffc\\x01\""));
}

TEST_CASE("a time in XML is digits and one point", "[grader]") {
    Grade grade = racy_grade();
    for (const double seconds : {std::nan(""), -1.0, HUGE_VAL}) {
        grade.seconds = seconds;
        CHECK_THAT(junit_report(grade), ContainsSubstring("skipped=\"2\" time=\"0.000\""));
    }
    grade.seconds = 1e-7;
    CHECK_THAT(junit_report(grade), ContainsSubstring("skipped=\"2\" time=\"0.000\""));
    grade.seconds = 12345.6789;
    CHECK_THAT(junit_report(grade), ContainsSubstring("skipped=\"2\" time=\"12345.679\""));
}

TEST_CASE("a failure without a verdict is a failure in XML too", "[grader]") {
    Grade grade = racy_grade();
    grade.criteria[1].failure.reset();
    CHECK_THAT(junit_report(grade), ContainsSubstring("<failure type=\"failed\""));
}
