#include "programs/desk_arguments.hpp"

#include "programs/command_line.hpp"

namespace reductions {

std::string chosen_exercise(const DeskArguments& arguments, const Desk& desk) {
    if (arguments.exercise.empty()) return desk.state().current;
    if (const auto exercise = desk.find(arguments.exercise)) return *exercise;
    std::string names;
    for (const std::string& name : desk.exercises()) names += (names.empty() ? "" : ", ") + name;
    throw InputError{"EXERCISE: '" + arguments.exercise + "' is not one of " + names};
}

}  // namespace reductions
