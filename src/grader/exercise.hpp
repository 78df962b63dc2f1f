// An exercise of the course, as its folder describes it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "grader/asked_function.hpp"
#include "grader/fault.hpp"
#include "grader/labels_answer.hpp"
#include "grader/order_answer.hpp"
#include "grader/report_answer.hpp"
#include "grader/schedule_answer.hpp"
#include "grader/shared_arrays.hpp"

namespace reductions {

// What the answer is judged by if it is a text; nothing if it is a program.
using AnswerTask = std::variant<std::monostate, ScheduleTask, LabelsTask, OrderTask, ReportTask>;

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
    AnswerTask task = {};
    Content content = Content::int64;  // what programs are judged on; whole numbers, so that no right answer is rounded
    AskedFunction function = AskedFunction::sum;
    std::vector<std::pair<std::string, double>> criteria;  // name and points, in the order of the report
    std::vector<SpeedGoal> speed = {};                     // if "speed" is a criterion: what is measured
    double ulps = 0;            // if "accuracy" is a criterion: how many units in the last place a sum may be off
    bool guarded_heap = false;  // whether answers are judged with a guarded heap, see guarded_heap.hpp
    bool small_team = false;    // whether answers are also judged when OpenMP starts fewer threads than requested
    bool openmp = true;         // whether a submission may use OpenMP

    bool asks_for(const std::string& criterion) const;
    bool asks_for_program() const { return std::holds_alternative<std::monostate>(task); }

    // How the names of submissions end: ".cpp", or ".txt" if the answer is a text.
    std::string extension() const { return asks_for_program() ? ".cpp" : ".txt"; }
    std::filesystem::path solution() const { return folder / ("solution" + extension()); }
    std::filesystem::path starter() const { return folder / ("starter" + extension()); }
};

// Reads <folder>/exercise.json. Throws std::runtime_error that says what is wrong with it.
Exercise read_exercise(const std::filesystem::path& folder);

// What is wrong with an answer that is a text; nothing if it is right.
std::optional<Fault> fault_of_text(const Exercise& exercise, std::string_view text);

// The names of the exercises in the course's folder, in the order in which they are taught: 02a before 02.
std::vector<std::string> exercise_names(const std::filesystem::path& course);

// The part of the name by which a command line chooses the exercise: "04", "02a".
std::string exercise_number(const std::string& name);

}  // namespace reductions
