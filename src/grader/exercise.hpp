// An exercise of the course, as its folder describes it.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "grader/asked_function.hpp"
#include "grader/shared_arrays.hpp"

namespace reductions {

// How fast a submission must be.
struct SpeedGoal {
    // So many that waking the threads does not matter, and so few that most machines keep them in a cache: from memory,
    // a loop that waits for each element would hide what else it waits for.
    std::size_t elements = std::size_t{1} << 20;
    double slow = 0;         // how many times the solution's time is too slow
    bool busy_core = false;  // whether another process keeps a core busy meanwhile
};

struct Exercise {
    std::filesystem::path folder;
    std::string name;  // the folder's: "04-repair-the-total"
    std::string title;
    Content content;  // what answers are judged on; whole numbers, so that no right answer is rounded
    AskedFunction function = AskedFunction::sum;
    std::vector<std::pair<std::string, double>> criteria;  // name and points, in the order of the report
    std::vector<SpeedGoal> speed = {};                     // if "speed" is a criterion: what is measured
    double ulps = 0;            // if "accuracy" is a criterion: how many units in the last place a sum may be off
    bool guarded_heap = false;  // whether answers are judged with a guarded heap, see guarded_heap.hpp
    bool small_team = false;    // whether answers are also judged when OpenMP starts fewer threads than requested

    bool asks_for(const std::string& criterion) const;
    std::filesystem::path solution() const { return folder / "solution.cpp"; }
    std::filesystem::path starter() const { return folder / "starter.cpp"; }
};

// Reads <folder>/exercise.json. Throws std::runtime_error that says what is wrong with it.
Exercise read_exercise(const std::filesystem::path& folder);

// The names of the exercises in the course's folder, in the order in which they are taught.
std::vector<std::string> exercise_names(const std::filesystem::path& course);

}  // namespace reductions
