// The exercise that a command line names.
#pragma once

#include <string>

#include "grader/exercise.hpp"

namespace reductions {

// By its name, such as 04-repair-the-total; by its number, 4 or 04; or by its folder. Throws InputError that lists the
// exercises.
Exercise exercise_argument(const std::string& text);

}  // namespace reductions
