// The student's desk: checks the exercises of the course, gives hints, and remembers the progress.
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/printable.hpp"
#include "grader/desk.hpp"
#include "grader/exercise.hpp"
#include "grader/grade_words.hpp"
#include "grader/interruption.hpp"
#include "programs/command_line.hpp"
#include "programs/desk_arguments.hpp"
#include "programs/desk_check.hpp"
#include "programs/desk_predict.hpp"
#include "programs/desk_watch.hpp"
#include "programs/exercise_argument.hpp"
#include "report/table.hpp"

namespace {

using reductions::Argument;
using reductions::Desk;
using reductions::DeskArguments;
using reductions::DeskState;
using reductions::InputError;

namespace fs = std::filesystem;

int start(const DeskArguments&, Desk& desk) {
    const std::size_t added = desk.start(fs::read_symlink("/proc/self/exe"));
    std::cout << desk.exercises().size() << " exercises in " << reductions::printable(desk.folder().string()) << ", "
              << added << " of them new. Your files are unchanged.\n"
              << "Go to that folder, read " << desk.state().current << "/exercise.md, and type `make`.\n";
    return 0;
}

int check(const DeskArguments& arguments, Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    desk.lay_out(exercise);
    return check_file(arguments, desk, *reductions::prepared(desk, exercise)) ? 0 : 1;
}

int watch(const DeskArguments& arguments, Desk& desk) {
    watch_desk(arguments, desk);
    return 0;
}

int predict(const DeskArguments& arguments, Desk& desk) { return reductions::predict(arguments, desk) ? 0 : 1; }

int hint(const DeskArguments& arguments, Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    const std::vector<std::string> hints = desk.hints(exercise);
    if (hints.empty()) throw InputError{"there are no hints for " + exercise};
    const std::size_t shown = desk.state().progress_of(exercise).hints;
    const std::size_t number = std::min(shown, hints.size() - 1) + 1;
    std::cout << "Hint " << number << " of " << hints.size() << " for " << exercise
              << (shown >= hints.size() ? ", the last one, again" : "") << ":\n"
              << hints[number - 1] << std::flush;
    // Recorded when it has been shown, so that an interruption loses no hint.
    desk.change_state([&](DeskState& state) { state.exercises[exercise].hints = number; });
    return 0;
}

int next(const DeskArguments& arguments, Desk& desk) {
    const std::string before = desk.state().current;
    const auto exercise =
        arguments.exercise.empty() ? desk.after(before) : std::optional{chosen_exercise(arguments, desk)};
    if (!exercise) {
        std::cout << before << " is the last exercise. `make next EXERCISE="
                  << reductions::exercise_number(desk.exercises().front()) << "` goes to the first one.\n";
        return 0;
    }
    desk.lay_out(*exercise);
    desk.change_state([&](DeskState& state) { state.current = *exercise; });
    if (*exercise != before && !desk.state().progress_of(before).passed) {
        std::cout << before << " has not passed yet. `make next EXERCISE=" << reductions::exercise_number(before)
                  << "` goes back to it.\n";
    }
    std::cout << "The current exercise is " << *exercise << ". Read " << *exercise << "/exercise.md and edit "
              << desk.file_name(*exercise) << ".\n";
    reductions::mention_prediction(desk, *exercise);
    return 0;
}

int list(const DeskArguments&, Desk& desk) {
    const DeskState state = desk.state();
    reductions::Table table{{{"exercise", reductions::Align::left},
                             {"points"},
                             {"hints"},
                             {"predicted", reductions::Align::left},
                             {"result", reductions::Align::left}}};
    std::size_t count = 0;
    for (const std::string& name : desk.exercises()) {
        const reductions::ExerciseProgress progress = state.progress_of(name);
        double most = 0;
        for (const auto& [criterion, points] : reductions::read_exercise(desk.exercise_folder(name)).criteria) {
            most += points;
        }
        if (progress.passed) ++count;
        const std::string result =
            std::string{progress.passed ? "passed" : "not passed"} + (name == state.current ? ", current" : "");
        table.add({.cells = {{name},
                             {reductions::number_in_digits(std::min(progress.points, most)) + " of " +
                              reductions::number_in_digits(most)},
                             {std::to_string(progress.hints)},
                             {progress.prediction              ? "yes"
                              : desk.has_prediction_task(name) ? "no"
                                                               : "-"},
                             {result, progress.passed ? reductions::Colour::good : reductions::Colour::none}}});
    }
    table.print(std::cout, reductions::standard_output());
    std::cout << count << " of " << desk.exercises().size() << " passed\n";
    return 0;
}

int reset(const DeskArguments& arguments, Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    const auto copy = desk.reset(exercise);
    std::cout << desk.file_name(exercise) << " is the starter.";
    if (copy)
        std::cout << " Your file is now " << exercise << '/' << reductions::printable(copy->filename().string()) << '.';
    std::cout << '\n';
    return 0;
}

struct DeskCommand {
    std::string_view name;
    int (*run)(const DeskArguments& arguments, Desk& desk);
};

constexpr std::array<DeskCommand, 8> commands{{{"start", start},
                                               {"watch", watch},
                                               {"predict", predict},
                                               {"check", check},
                                               {"hint", hint},
                                               {"next", next},
                                               {"list", list},
                                               {"reset", reset}}};

const DeskCommand& command_named(const std::string& text) {
    const auto* const found =
        std::find_if(commands.begin(), commands.end(), [&](const DeskCommand& each) { return each.name == text; });
    if (found != commands.end()) return *found;
    std::string names;
    for (const DeskCommand& each : commands) names += (names.empty() ? "" : ", ") + std::string{each.name};
    throw InputError{"COMMAND: '" + text + "' is not one of " + names};
}

int course(const DeskArguments& arguments) {
    const DeskCommand& command = command_named(arguments.command);
    if (!arguments.course.empty() && !fs::is_directory(arguments.course)) {
        throw InputError{"--course: '" + arguments.course + "' is not a folder"};
    }
    Desk desk{arguments.desk, arguments.course.empty() ? reductions::course_folder() : fs::canonical(arguments.course)};
    if (command.run != start) {
        if (!desk.is_started()) {
            throw InputError{"--desk: '" + arguments.desk +
                             "' has no exercises; in the checkout, `make course DIR=~/reductions` makes such a folder"};
        }
        if (const auto aside = desk.set_damaged_state_aside()) {
            std::cerr << "course: progress.json was damaged, so your progress starts again; the old file is now "
                      << reductions::printable(aside->filename().string()) << '\n';
        }
    }
    if (command.run != start) {  // which reads a link in /proc that the first call hides
        // Nobody may look into this process, and it inherits what a submission leaves behind.
        ::prctl(PR_SET_DUMPABLE, 0);
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    }
    reductions::watch_for_interruption();
    return command.run(arguments, desk);
}

std::vector<Argument> arguments_of_course(DeskArguments& arguments) {
    using reductions::text_argument;
    return {reductions::required(text_argument(
                "command", "COMMAND", "start, watch, predict, check, hint, next, list or reset", arguments.command)),
            text_argument("--desk", "DIR", "The student's folder; the current one if it is not given", arguments.desk),
            text_argument("--course", "DIR", "The folder of the exercises; the checkout's if it is not given",
                          arguments.course),
            text_argument("--exercise", "EXERCISE", "Its name or number; the current one if it is not given",
                          arguments.exercise),
            {.name = "--seed",
             .value = "S",
             .description = "Seed of a check's data; random if it is not given",
             .read = [&](const std::string& text) {
                 arguments.seed = reductions::whole_number("--seed", text, 0, std::size_t{1} << 53);
             }}};
}

}  // namespace

int main(int count, char** arguments) {
    DeskArguments parsed;
    try {
        return reductions::run_program(
            {.name = "course",
             .description = "The student's desk: checks the exercises of the course and remembers the progress.",
             .arguments = arguments_of_course(parsed),
             .body = [&] { return course(parsed); }},
            count, arguments);
    } catch (const reductions::Interrupted&) {
        std::cerr << "course: interrupted\n";
        return 130;
    }
}
