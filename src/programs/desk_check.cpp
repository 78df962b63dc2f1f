#include "programs/desk_check.hpp"

#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>

#include "arrays/printable.hpp"
#include "grader/class_grading.hpp"
#include "grader/grade_report.hpp"
#include "grader/grade_words.hpp"
#include "programs/desk_predict.hpp"
#include "report/progress.hpp"
#include "report/table.hpp"

namespace reductions {
namespace {

void print_what_next(const DeskArguments& arguments, const Desk& desk, const Grade& grade) {
    const std::string choice = arguments.exercise.empty() ? "" : " EXERCISE=" + exercise_number(grade.exercise);
    if (!all_passed(grade)) {
        std::string samples;
        for (const std::filesystem::path& sample : desk.samples(grade.exercise)) {
            samples += (samples.empty() ? "" : " and ") + printable(sample.string());
        }
        std::cout << "Read " << (samples.empty() ? grade.exercise + "/exercise.md" : samples) << ".\n"
                  << "`make hint" << choice << "` shows a hint.\n";
    } else if (const auto next = desk.after(grade.exercise)) {
        const bool is_current = desk.state().current == grade.exercise;
        std::cout << "All criteria passed. `make next" << (is_current ? "" : " EXERCISE=" + exercise_number(*next))
                  << "` goes to " << *next << ".\n";
    } else {
        std::cout << "All criteria passed. This is the last exercise. `make list` shows your progress.\n";
    }
}

// Shows what has been found so far. Calls `stop_if_saved` between the checks.
Grade grade_of_file(const DeskArguments& arguments, const Desk& desk, const Workbench& bench,
                    const std::function<void()>& stop_if_saved) {
    const std::string name = bench.exercise.name;
    const Progress progress{name};
    progress.show(bench.exercise.asks_for_program() ? "compiling it and checking its answers" : "checking it");
    std::string so_far;
    const auto on_criterion = [&](const Criterion& criterion) {
        so_far += (so_far.empty() ? "" : "; ") + criterion.name + " " + state_in_words(criterion);
        progress.show(so_far);
        stop_if_saved();
    };
    const std::size_t seed = arguments.seed.value_or(random_seed());
    Grading grading{bench.tools, 1, desk.file(name), desk.file(name).filename(), seed, on_criterion};
    grading.judge();
    stop_if_saved();
    grading.measure();
    stop_if_saved();
    return grading.grade();
}

}  // namespace

Workbench::Workbench(const std::filesystem::path& folder)
    : exercise{read_exercise(folder)},
      tools{exercise, exercise.asks_for_program() ? Sandbox::strongest() : Level::protocol} {}

std::unique_ptr<Workbench> prepared(const Desk& desk, const std::string& exercise) {
    const Progress progress{exercise};
    progress.show("preparing what checks it");
    return std::make_unique<Workbench>(desk.exercise_folder(exercise));
}

bool check_file(const DeskArguments& arguments, const Desk& desk, const Workbench& bench, const WatchedFile* watched) {
    const Grade grade = grade_of_file(arguments, desk, bench, [&] {
        if (watched && watched->was_saved()) throw SavedAgain{};
    });
    print_grade(std::cout, grade, standard_output());
    try {
        desk.record(grade);
    } catch (const std::exception& error) {
        // A full disk must not end the watch.
        std::cerr << "course: " << printable(error.what()) << '\n';
    }
    print_what_next(arguments, desk, grade);
    if (!watched) mention_prediction(desk, grade.exercise);
    std::cout.flush();
    return all_passed(grade);
}

}  // namespace reductions
