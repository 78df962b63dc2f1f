// The student's desk: checks the exercises of the course, gives hints, and remembers the progress.
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "arrays/printable.hpp"
#include "grader/class_grading.hpp"
#include "grader/desk.hpp"
#include "grader/grade_report.hpp"
#include "grader/grade_words.hpp"
#include "grader/grading.hpp"
#include "grader/interruption.hpp"
#include "grader/watched_file.hpp"
#include "programs/command_line.hpp"
#include "programs/exercise_argument.hpp"
#include "report/progress.hpp"
#include "report/table.hpp"

namespace {

using reductions::Argument;
using reductions::Desk;
using reductions::DeskState;
using reductions::Grade;
using reductions::InputError;
using reductions::WatchedFile;

namespace fs = std::filesystem;

struct Arguments {
    std::string command;
    std::string desk = ".";
    std::string exercise;
    std::optional<std::size_t> seed;
};

// Thrown while a check runs if the student has saved another text meanwhile. It is no std::exception, so that nobody
// takes it for a fault of the submission.
struct SavedAgain {};

// An exercise and what its checks share. It takes seconds to create and serves any number of checks.
struct Workbench {
    explicit Workbench(const std::string& name)
        : exercise{reductions::read_exercise(reductions::course_folder() / name)},
          tools{exercise, reductions::Sandbox::strongest()} {}

    reductions::Exercise exercise;
    reductions::GradingTools tools;
};

std::unique_ptr<Workbench> prepared(const std::string& exercise) {
    const reductions::Progress progress{exercise};
    progress.show("preparing the compilers and the race detector");
    return std::make_unique<Workbench>(exercise);
}

// The exercise that the command line chooses, or else the current one.
std::string chosen_exercise(const Arguments& arguments, const Desk& desk) {
    if (arguments.exercise.empty()) return desk.state().current;
    if (const auto exercise = desk.find(arguments.exercise)) return *exercise;
    std::string names;
    for (const std::string& name : desk.exercises()) names += (names.empty() ? "" : ", ") + name;
    throw InputError{"EXERCISE: '" + arguments.exercise + "' is not one of " + names};
}

// The student's file as messages call it.
std::string file_name(const std::string& exercise) { return exercise + "/sum.cpp"; }

void print_what_next(const Arguments& arguments, const Desk& desk, const Grade& grade) {
    const std::string choice = arguments.exercise.empty() ? "" : " EXERCISE=" + grade.exercise.substr(0, 2);
    if (!all_passed(grade)) {
        std::string samples;
        for (const fs::path& sample : desk.samples(grade.exercise)) {
            samples += (samples.empty() ? "" : " and ") + reductions::printable(sample.string());
        }
        std::cout << "Read " << (samples.empty() ? grade.exercise + "/exercise.md" : samples) << ".\n"
                  << "`make hint" << choice << "` shows a hint.\n";
    } else if (const auto next = desk.after(grade.exercise)) {
        const bool is_current = desk.state().current == grade.exercise;
        std::cout << "All criteria passed. `make next" << (is_current ? "" : " EXERCISE=" + next->substr(0, 2))
                  << "` goes to " << *next << ".\n";
    } else {
        std::cout << "All criteria passed. This is the last exercise. `make list` shows your progress.\n";
    }
}

// Checks the student's file, prints the grade and records it. `watched` may be null.
bool check_file(const Arguments& arguments, const Desk& desk, const Workbench& bench, const WatchedFile* watched) {
    const std::string name = bench.exercise.name;
    std::optional<Grade> grade;
    {
        const reductions::Progress progress{name};
        progress.show("compiling");
        const auto stop_if_saved = [&] {
            if (watched && watched->was_saved()) throw SavedAgain{};
        };
        std::string so_far;
        reductions::Grading grading{bench.tools,
                                    1,
                                    desk.file(name),
                                    "sum.cpp",
                                    arguments.seed.value_or(reductions::random_seed()),
                                    [&](const reductions::Criterion& criterion) {
                                        so_far += (so_far.empty() ? "" : "; ") + criterion.name + " " +
                                                  reductions::state_in_words(criterion);
                                        progress.show(so_far);
                                        stop_if_saved();
                                    }};
        grading.judge();
        stop_if_saved();
        grading.measure();
        stop_if_saved();
        grade = grading.grade();
    }
    print_grade(std::cout, *grade, reductions::standard_output());
    try {
        desk.record(*grade);
    } catch (const std::exception& error) {
        // A full disk must not end the watch.
        std::cerr << "course: " << reductions::printable(error.what()) << '\n';
    }
    print_what_next(arguments, desk, *grade);
    std::cout.flush();
    return all_passed(*grade);
}

int start(const Arguments&, Desk& desk) {
    const std::size_t added = desk.start(fs::read_symlink("/proc/self/exe"));
    std::cout << desk.exercises().size() << " exercises in " << reductions::printable(desk.folder().string()) << ", "
              << added << " of them new. Your files are unchanged.\n"
              << "Go to that folder, read " << desk.state().current << "/exercise.md, and type `make`.\n";
    return 0;
}

int check(const Arguments& arguments, Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    desk.lay_out(exercise);
    return check_file(arguments, desk, *prepared(exercise), nullptr) ? 0 : 1;
}

// Between two looks at the file. A terminal that was closed ends the watch, also where make alone hears of it.
void pause() {
    static const bool was_terminal = ::isatty(STDOUT_FILENO) == 1;
    reductions::throw_if_interrupted();
    if (was_terminal && ::isatty(STDOUT_FILENO) != 1) throw reductions::Interrupted{};
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
}

// Returns when the file has been saved, or when the student has gone to another exercise.
void wait_for_save(const Arguments& arguments, const Desk& desk, const std::string& exercise, WatchedFile& watched) {
    WatchedFile state{desk.state_file()};
    const std::string shown = file_name(exercise);
    constexpr int patience = 15;  // an editor that renames needs less
    for (int missing = 0; !watched.was_saved(); pause()) {
        missing = reductions::stamp_of(watched.path()) ? 0 : missing + 1;
        if (missing == patience) {
            std::cout << shown << " is missing. `make reset` writes the starter.\n" << std::flush;
        }
        if (state.was_saved()) {
            state.see();
            if (chosen_exercise(arguments, desk) != exercise) return;
        }
    }
    // An editor may need several writes.
    do {
        watched.see();
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
        reductions::throw_if_interrupted();
    } while (watched.was_saved() || !reductions::stamp_of(watched.path()));
}

// Watches one exercise until the student goes to another one.
void watch_exercise(const Arguments& arguments, const Desk& desk, const std::string& exercise) {
    desk.lay_out(exercise);
    WatchedFile watched{desk.file(exercise)};
    // The starter is not worth a check, but a student's file is.
    bool is_saved = !desk.is_starter(exercise);
    const std::unique_ptr<Workbench> bench = prepared(exercise);
    std::cout << "Watching " << file_name(exercise) << ": save it to check it. Ctrl-C ends.\n" << std::flush;
    while (true) {
        if (!is_saved) wait_for_save(arguments, desk, exercise, watched);
        if (chosen_exercise(arguments, desk) != exercise) return;
        watched.see();
        try {
            check_file(arguments, desk, *bench, &watched);
            is_saved = false;
        } catch (const SavedAgain&) {
            is_saved = true;
        }
    }
}

int watch(const Arguments& arguments, Desk& desk) {
    try {
        while (true) watch_exercise(arguments, desk, chosen_exercise(arguments, desk));
    } catch (const reductions::Interrupted&) {
        return 0;  // this is how a watch ends
    }
}

int hint(const Arguments& arguments, Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    const std::vector<std::string> hints = desk.hints(exercise);
    if (hints.empty()) throw InputError{"there are no hints for " + exercise};
    const std::size_t number = std::min(desk.state().progress_of(exercise).hints, hints.size() - 1) + 1;
    std::cout << "Hint " << number << " of " << hints.size() << " for " << exercise << ":\n"
              << hints[number - 1] << std::flush;
    // Recorded when it has been shown, so that an interruption loses no hint.
    desk.change_state([&](DeskState& state) { state.exercises[exercise].hints = number; });
    return 0;
}

int next(const Arguments& arguments, Desk& desk) {
    const std::string before = desk.state().current;
    const auto exercise =
        arguments.exercise.empty() ? desk.after(before) : std::optional{chosen_exercise(arguments, desk)};
    if (!exercise) {
        std::cout << before << " is the last exercise. `make next EXERCISE=" << desk.exercises().front().substr(0, 2)
                  << "` goes to the first one.\n";
        return 0;
    }
    desk.lay_out(*exercise);
    desk.change_state([&](DeskState& state) { state.current = *exercise; });
    if (*exercise != before && !desk.state().progress_of(before).passed) {
        std::cout << before << " has not passed yet. `make next EXERCISE=" << before.substr(0, 2)
                  << "` goes back to it.\n";
    }
    std::cout << "The current exercise is " << *exercise << ". Read " << *exercise << "/exercise.md and edit "
              << file_name(*exercise) << ".\n";
    return 0;
}

int list(const Arguments&, Desk& desk) {
    const DeskState state = desk.state();
    reductions::Table table{
        {{"exercise", reductions::Align::left}, {"points"}, {"hints"}, {"result", reductions::Align::left}}};
    std::size_t count = 0;
    for (const std::string& name : desk.exercises()) {
        const reductions::ExerciseProgress progress = state.progress_of(name);
        double most = 0;
        for (const auto& [criterion, points] : reductions::read_exercise(reductions::course_folder() / name).criteria) {
            most += points;
        }
        if (progress.passed) ++count;
        const std::string result =
            std::string{progress.passed ? "passed" : "not passed"} + (name == state.current ? ", current" : "");
        table.add({.cells = {{name},
                             {reductions::number_in_digits(std::min(progress.points, most)) + " of " +
                              reductions::number_in_digits(most)},
                             {std::to_string(progress.hints)},
                             {result, progress.passed ? reductions::Colour::good : reductions::Colour::none}}});
    }
    table.print(std::cout, reductions::standard_output());
    std::cout << count << " of " << desk.exercises().size() << " passed\n";
    return 0;
}

int reset(const Arguments& arguments, Desk& desk) {
    const std::string exercise = chosen_exercise(arguments, desk);
    const auto copy = desk.reset(exercise);
    std::cout << file_name(exercise) << " is the starter.";
    if (copy)
        std::cout << " Your file is now " << exercise << '/' << reductions::printable(copy->filename().string()) << '.';
    std::cout << '\n';
    return 0;
}

struct DeskCommand {
    std::string_view name;
    int (*run)(const Arguments& arguments, Desk& desk);
};

constexpr std::array<DeskCommand, 7> commands{{{"start", start},
                                               {"watch", watch},
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

int course(const Arguments& arguments) {
    const DeskCommand& command = command_named(arguments.command);
    Desk desk{arguments.desk, reductions::course_folder()};
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

std::vector<Argument> arguments_of_course(Arguments& arguments) {
    using reductions::text_argument;
    return {reductions::required(text_argument("command", "COMMAND", "start, watch, check, hint, next, list or reset",
                                               arguments.command)),
            text_argument("--desk", "DIR", "The student's folder; the current one if it is not given", arguments.desk),
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
    Arguments parsed;
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
