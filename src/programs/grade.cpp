// Grades submissions to an exercise of the course: one student's, or those of a class.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/prctl.h>

#include "grader/class_grading.hpp"
#include "grader/classroom_report.hpp"
#include "grader/grade_report.hpp"
#include "grader/grade_words.hpp"
#include "grader/grades_table.hpp"
#include "grader/gradescope_report.hpp"
#include "grader/interruption.hpp"
#include "grader/junit_report.hpp"
#include "programs/command_line.hpp"
#include "programs/exercise_argument.hpp"
#include "report/output_file.hpp"
#include "report/progress.hpp"

namespace {

using reductions::Argument;
using reductions::Grade;
using reductions::InputError;
using reductions::Level;

struct Arguments {
    std::string exercise;
    std::vector<std::string> files;
    std::optional<std::size_t> seed;
    std::optional<Level> level;
    bool require_sandbox = false;
    std::size_t jobs = std::max(1U, std::thread::hardware_concurrency());
    std::string junit;
    std::string gradescope;
    std::string classroom;
    std::string csv;
};

Level level_argument(const std::string& text) {
    if (text == "A") return Level::protocol;
    if (text == "B") return Level::bubblewrap;
    if (text == "C") return Level::other_user;
    throw InputError{"--level: '" + text + "' is not one of A, B, C"};
}

std::vector<Argument> arguments_of_grade(Arguments& arguments) {
    using reductions::required;
    using reductions::text_argument;
    return {required(text_argument("exercise", "EXERCISE", "Its name, its number, or its folder", arguments.exercise)),
            required(
                {.name = "files",
                 .value = "FILE...",
                 .description =
                     "Submissions, or folders of them; reports call each by its path from the folder that contains all",
                 .read = [&](const std::string& text) { arguments.files.push_back(text); },
                 .takes = Argument::Takes::several_words}),
            {.name = "--seed",
             .value = "S",
             .description = "Seed of the data; random if it is not given",
             .read =
                 [&](const std::string& text) {
                     // Spreadsheets and JavaScript know whole numbers up to this one.
                     arguments.seed = reductions::whole_number("--seed", text, 0, std::size_t{1} << 53);
                 }},
            {.name = "--level",
             .value = "LEVEL",
             .description =
                 "Sandbox: A none, B bubblewrap, C another user; the strongest that works here if it is not given",
             .read = [&](const std::string& text) { arguments.level = level_argument(text); }},
            reductions::flag_argument("--require-sandbox", "Refuse to grade without a sandbox (level A)",
                                      arguments.require_sandbox),
            reductions::number_argument(
                "--jobs", "N", "How many submissions to judge at the same time; one per processor if it is not given",
                arguments.jobs, 1, 64),
            text_argument("--csv", "FILE", "Write the grades as comma-separated values", arguments.csv),
            text_argument("--junit", "FILE", "Write JUnit XML, with a message for each criterion that failed",
                          arguments.junit),
            text_argument("--gradescope", "FILE", "Write Gradescope's results.json, for one submission",
                          arguments.gradescope),
            text_argument("--classroom", "FILE", "Write GitHub Classroom's result, for one submission",
                          arguments.classroom)};
}

// The level to grade with. Throws InputError if it is not to be had, or not enough.
Level level_of(const Arguments& arguments, const reductions::Exercise& exercise) {
    if (!exercise.asks_for_program()) return Level::protocol;  // nothing runs
    const Level strongest = reductions::Sandbox::strongest();
    const Level level = arguments.level.value_or(strongest);
    if (arguments.level && *arguments.level != Level::protocol && !reductions::Sandbox::works(*arguments.level)) {
        throw InputError{*arguments.level == Level::bubblewrap
                             ? "--level: bubblewrap does not work here; on Debian, `make setup FOR=course` installs it"
                             : "--level: only root can grade as another user"};
    }
    if (arguments.require_sandbox && level == Level::protocol) {
        throw InputError{
            "--require-sandbox: neither bubblewrap nor another user works here; on Debian, "
            "`make setup FOR=course` installs bubblewrap"};
    }
    return level;
}

// One of the files that the options name, and what writes it.
struct Output {
    std::string option;
    std::string path;
    std::function<std::string(const std::vector<Grade>&)> text;
};

std::vector<Output> outputs_of(const Arguments& arguments) {
    std::vector<Output> outputs{
        {"--csv", arguments.csv, [](const auto& grades) { return reductions::grades_table(grades); }},
        {"--junit", arguments.junit, [](const auto& grades) { return reductions::junit_report(grades); }},
        {"--gradescope", arguments.gradescope, [](const auto& grades) { return gradescope_report(grades.front()); }},
        {"--classroom", arguments.classroom, [](const auto& grades) { return classroom_report(grades.front()); }}};
    std::erase_if(outputs, [](const Output& output) { return output.path.empty(); });
    return outputs;
}

// The conditions under which an interrupted grading may be continued.
std::string conditions_of(const reductions::Exercise& exercise, std::uint64_t seed, Level level) {
    return exercise.name + ", seed " + std::to_string(seed) + ", " + description(level) + ", version 1";
}

std::vector<Grade> grades_of(const Arguments& arguments, const reductions::Exercise& exercise, Level level,
                             const std::vector<reductions::Submission>& submissions) {
    const bool is_class = submissions.size() > 1;
    const reductions::Progress progress{is_class ? "grading" : "checking"};
    if (exercise.asks_for_program()) progress.show("compilers and race detector");
    const reductions::GradingTools tools{exercise, level};
    std::optional<reductions::GradeRecord> record;
    std::uint64_t seed = 0;
    if (is_class) {
        const std::filesystem::path path = "grade-" + exercise.name + ".partial";
        seed = arguments.seed.value_or(reductions::seed_of_record(path).value_or(reductions::random_seed()));
        record.emplace(path, seed, conditions_of(exercise, seed, level));
        auto grades = reductions::grade_class(tools, submissions, seed, arguments.jobs, &*record,
                                              [&](std::size_t done) { progress.show(done, submissions.size()); });
        return grades;
    }
    seed = arguments.seed.value_or(reductions::random_seed());
    std::string so_far;
    reductions::Grading grading{tools,
                                1,
                                submissions.front().path,
                                submissions.front().name,
                                seed,
                                [&](const reductions::Criterion& criterion) {
                                    so_far += (so_far.empty() ? "" : "; ") + criterion.name + " " +
                                              reductions::state_in_words(criterion);
                                    progress.show(so_far);
                                }};
    grading.judge();
    grading.measure();
    return {grading.grade()};
}

int grade(const Arguments& arguments) {
    // Nobody may look into this process, and it inherits what a submission leaves behind.
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    reductions::watch_for_interruption();
    const reductions::Exercise exercise = reductions::exercise_argument(arguments.exercise);
    const auto submissions = reductions::submissions_in(arguments.files, exercise.extension());
    if (submissions.size() != 1 && !(arguments.gradescope.empty() && arguments.classroom.empty())) {
        throw InputError{"--gradescope and --classroom are for one submission; there are " +
                         std::to_string(submissions.size())};
    }
    const std::vector<Output> outputs = outputs_of(arguments);
    for (const Output& output : outputs) {
        reductions::write_named_by(output.option, output.path, [&] { reductions::check_writable(output.path); });
    }
    const std::vector<Grade> grades = grades_of(arguments, exercise, level_of(arguments, exercise), submissions);
    for (const Output& output : outputs) {
        reductions::write_named_by(output.option, output.path,
                                   [&] { reductions::write_file(output.path, output.text(grades)); });
    }
    if (grades.size() == 1) {
        print_grade(std::cout, grades.front(), reductions::standard_output());
    } else {
        print_grades(std::cout, grades, reductions::standard_output());
        reductions::GradeRecord::remove("grade-" + exercise.name + ".partial");
    }
    const bool all_passed = std::all_of(grades.begin(), grades.end(),
                                        [](const Grade& each) { return each.has_right_answer() && !each.verdict(); });
    return all_passed ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    try {
        return reductions::run_program(
            {.name = "grade",
             .description = "Grades submissions to an exercise of the course. A class can be continued after Ctrl-C.",
             .arguments = arguments_of_grade(parsed),
             .body = [&] { return grade(parsed); }},
            count, arguments);
    } catch (const reductions::Interrupted&) {
        std::cerr << "grade: interrupted; the same command continues the grading of a class\n";
        return 130;
    }
}
