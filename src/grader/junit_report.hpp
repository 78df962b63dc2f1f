// The grades of a class as JUnit XML, which continuous integration reads.
//
// JUnit itself publishes no schema. This follows junit-10.xsd of the Jenkins xUnit plugin
// (https://github.com/jenkinsci/xunit-plugin, src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/). Unlike
// the schema of Apache Ant (https://github.com/windyroad/JUnit-Schema), it requires no host name and no time of day,
// and declares a message for skipped tests.
#pragma once

#include <span>
#include <string>

#include "grader/grade.hpp"

namespace reductions {

// One test suite per submission, one test case per criterion. The type of a failure is the verdict's code. What was not
// judged or not measured is skipped.
std::string junit_report(std::span<const Grade> grades);

}  // namespace reductions
