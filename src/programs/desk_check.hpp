// One check of the student's file: grade it, print the grade, say what to do next.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "grader/desk.hpp"
#include "grader/exercise.hpp"
#include "grader/grading.hpp"
#include "grader/watched_file.hpp"
#include "programs/desk_arguments.hpp"

namespace reductions {

// Thrown while a check runs if the student has saved another text meanwhile. It is no std::exception, so that nobody
// takes it for a fault of the submission.
struct SavedAgain {};

// An exercise and what its checks share. It may take seconds to create and serves any number of checks.
struct Workbench {
    explicit Workbench(const std::filesystem::path& folder);

    Exercise exercise;
    GradingTools tools;
};

// Says on a terminal what takes these seconds.
std::unique_ptr<Workbench> prepared(const Desk& desk, const std::string& exercise);

// Returns whether all criteria passed. Prints the grade, records it, and prints what to do next. If `watched` is given,
// throws SavedAgain as soon as the file has been saved again.
bool check_file(const DeskArguments& arguments, const Desk& desk, const Workbench& bench,
                const WatchedFile* watched = nullptr);

}  // namespace reductions
