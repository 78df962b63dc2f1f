// The exercise that a command line names.
#pragma once

#include <filesystem>
#include <string>

#include "grader/exercise.hpp"

namespace reductions {

// The folder of the exercises in the checkout from which this program was built.
std::filesystem::path course_folder();

// By its name, such as 04-repair-the-total; by its number, 4 or 04 or 04a; or by its folder. Throws InputError that
// lists the exercises.
Exercise exercise_argument(const std::string& text);

}  // namespace reductions
