// Checks the student's file whenever it is saved.
#pragma once

#include "grader/desk.hpp"
#include "programs/desk_arguments.hpp"

namespace reductions {

// Follows the student from exercise to exercise. Returns when it is interrupted or its terminal is closed.
void watch_desk(const DeskArguments& arguments, const Desk& desk);

}  // namespace reductions
