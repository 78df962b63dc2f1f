// What the commands of the student's desk are called with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "grader/desk.hpp"

namespace reductions {

struct DeskArguments {
    std::string command;
    std::string desk = ".";
    std::string course;               // the folder of the exercises; the checkout's if empty
    std::string exercise;             // the current one if empty
    std::optional<std::size_t> seed;  // random if there is none
};

// The exercise that the command line chooses, or else the current one. Throws InputError that lists the exercises.
std::string chosen_exercise(const DeskArguments& arguments, const Desk& desk);

}  // namespace reductions
