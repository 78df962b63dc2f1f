// A grade as a result of GitHub Classroom's autograding, which the action
// https://github.com/classroom-resources/autograding-grading-reporter reads. Its README says that GitHub
// has discontinued Classroom, and that the action is deprecated.
//
// The reporter decodes the base64, prints names and messages, and adds up the scores of the tests. It is the program
// that reads the format, and it publishes no description of it. The fields are those that
// https://github.com/classroom-resources/autograding-command-grader writes.
#pragma once

#include <string>

#include "grader/grade.hpp"

namespace reductions {

// One line of base64, without a line break: the value of a step's output.
std::string classroom_report(const Grade& grade);

// The JSON in it. No line of its texts is a command for GitHub's runner: the runner obeys lines that begin with "::",
// or that contain "##[", whichever program prints them. A message could otherwise report points by itself.
std::string classroom_json(const Grade& grade);

}  // namespace reductions
