// The student predicts what a program does, and then runs it.
#pragma once

#include "grader/desk.hpp"
#include "programs/desk_arguments.hpp"

namespace reductions {

// Asks for a prediction and records it, unless there is one. Then runs the exercise's commands, and says what their
// result means. Returns whether all commands succeeded. Throws Interrupted if Ctrl-C ends a command.
bool predict(const DeskArguments& arguments, const Desk& desk);

// If the exercise asks for a prediction and none is recorded, says so in one line.
void mention_prediction(const Desk& desk, const std::string& exercise);

}  // namespace reductions
