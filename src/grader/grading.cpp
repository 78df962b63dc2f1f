#include "grader/grading.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <future>
#include <stdexcept>
#include <utility>

#include "grader/accuracy_check.hpp"
#include "grader/examiner.hpp"
#include "grader/grade_words.hpp"
#include "grader/race_check.hpp"
#include "grader/speed_check.hpp"
#include "grader/submission_text.hpp"
#include "measure/stopwatch.hpp"

namespace reductions {
namespace {

constexpr const char* answer = "answer";  // the first criterion of every exercise

// Before the detector's word counts, it must find this race, and none in the clause.
constexpr const char* with_a_race = R"(#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
)";
constexpr const char* without_a_race = R"(#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
)";

void write_submission(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file{path, std::ios::binary};
    file << text;
    if (!file.flush()) throw std::runtime_error{"'" + path.string() + "' cannot be written"};
}

}  // namespace

GradingTools::GradingTools(const Exercise& exercise, Level level) : exercise_{exercise}, level_{level} {
    if (!exercise.asks_for_program()) return;
    timed_ = timed_compiler();
    Sandbox{level, 0}.require_reachable(folder());
    // The worker program may lie where other users cannot read it.
    const std::filesystem::path worker = folder() / "worker";
    std::filesystem::copy_file(timed_.worker, worker);
    std::filesystem::permissions(worker, std::filesystem::perms{0755});
    timed_.worker = worker;

    solution_ = compiled(exercise.solution(), "solution");
    if (exercise.asks_for("speed")) plain_read_ = compiled(SOURCE_FOLDER "/grader/plain_read_loop.cpp", "plain_read");
    if (std::any_of(exercise.speed.begin(), exercise.speed.end(), [](const auto& goal) { return goal.busy_core; })) {
        starter_ = compiled(exercise.starter(), "starter");
    }
    if (!exercise.asks_for("races")) return;
    detector_ = race_detector(folder());
    if (detector_.compiler) prove_detector();
}

std::filesystem::path GradingTools::compiled(const std::filesystem::path& source, const char* name) const {
    const std::filesystem::path out = folder() / name;
    std::filesystem::create_directory(out);
    const Compiled result =
        compile_submission(timed_, Sandbox{Level::protocol, 0}, source, out, source.filename().string());
    if (result.fault)
        throw std::runtime_error{std::string{"the "} + name + " does not compile: " + result.fault->message};
    return result.library;
}

void GradingTools::prove_detector() {
    const Sandbox trusted{Level::protocol, 0};
    const auto found_in = [&](const char* name, const char* text) {
        const std::filesystem::path out = folder() / name;
        std::filesystem::create_directory(out);
        write_submission(out / "submission.cpp", text);
        const Compiled compiled =
            compile_submission(*detector_.compiler, trusted, out / "submission.cpp", out, "submission.cpp");
        if (compiled.fault) throw std::runtime_error{compiled.fault->message};
        return check_races(*detector_.compiler, trusted, compiled.library, Content::int64, AskedFunction::sum, 1);
    };
    try {
        const auto race = found_in("with_a_race", with_a_race);
        if (!race || race->code != VerdictCode::race) {
            throw std::runtime_error{"it does not find the race in a program that has one" +
                                     (race ? "; instead: " + race->message : "")};
        }
        if (const auto fault = found_in("without_a_race", without_a_race)) {
            throw std::runtime_error{"it finds a fault in a program that has none: " + fault->message};
        }
    } catch (const std::exception& error) {
        detector_ = {.missing = std::string{"the race detector does not work here: "} + error.what()};
    }
}

Grading::Grading(const GradingTools& tools, std::size_t place, std::filesystem::path submission,
                 const std::string& name, std::uint64_t seed, Observer observer)
    : tools_{tools},
      sandbox_{tools.level(), place},
      submission_{std::move(submission)},
      observer_{std::move(observer)},
      grade_{.submission = name,
             .exercise = tools.exercise().name,
             .seed = seed,
             .level = tools.exercise().asks_for_program() ? description(tools.level()) : "none, because nothing runs",
             .seconds = 0,
             .criteria = {}} {
    for (const auto& [criterion, points] : tools.exercise().criteria) {
        grade_.criteria.push_back({.name = criterion, .most_points = points});
    }
    folder_ = tools.folder() / ("place_" + std::to_string(place));
}

Grading::~Grading() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Criterion* Grading::criterion(const std::string& name) {
    const auto found = std::find_if(grade_.criteria.begin(), grade_.criteria.end(),
                                    [&](const Criterion& each) { return each.name == name; });
    return found == grade_.criteria.end() ? nullptr : &*found;
}

void Grading::pass(const std::string& name, std::string message) {
    Criterion* const passed = criterion(name);
    if (!passed) return;
    passed->state = Criterion::State::passed;
    passed->message = std::move(message);
    if (observer_) observer_(*passed);
}

void Grading::fail(std::string name, const Fault& fault) {
    constexpr std::array of_others{VerdictCode::race, VerdictCode::serial, VerdictCode::threads, VerdictCode::bits,
                                   VerdictCode::slow};
    const bool is_inaccurate = name == "accuracy" && fault.code == VerdictCode::ulp;
    if (!is_inaccurate && std::find(of_others.begin(), of_others.end(), fault.code) == of_others.end()) name = answer;
    Criterion* const failed = criterion(name);
    if (!failed) return;
    failed->state = Criterion::State::failed;
    failed->failure = fault.code;
    failed->message = report_text(fault.message);
    if (observer_) observer_(*failed);
}

void Grading::leave_open(const std::string& name, const std::string& message) {
    Criterion* const open = criterion(name);
    if (!open) return;
    open->state = Criterion::State::not_measured;
    open->message = report_text(message);
    if (observer_) observer_(*open);
}

bool Grading::answers_are_right() const { return grade_.criteria.front().state == Criterion::State::passed; }

void Grading::judge() {
    const Stopwatch stopwatch;
    try {
        if (tools_.exercise().asks_for_program()) {
            judge_program();
        } else {
            judge_text_answer();
        }
    } catch (const std::exception& error) {
        Criterion& first = grade_.criteria.front();
        first.message = report_text(std::string{"the grader failed: "} + error.what());
        first.state = Criterion::State::not_judged;
    }
    grade_.seconds += stopwatch.seconds();
}

void Grading::judge_text_answer() {
    const SubmissionText text = read_submission(submission_);
    const auto fault = text.fault ? text.fault : fault_of_text(tools_.exercise(), text.text);
    if (fault) return fail(answer, *fault);
    pass(answer);
}

void Grading::judge_program() {
    judge_text();
    if (!grade_.verdict()) judge_answers();
    // A race may be why the answer is wrong.
    const auto code = grade_.verdict();
    if (criterion("races") && (answers_are_right() || code == VerdictCode::wrong)) judge_races();
}

void Grading::judge_text() {
    const SubmissionText text = read_submission(submission_);
    if (text.fault) return fail(answer, *text.fault);
    if (const auto fault = forbidden_directive(text.text)) return fail(answer, *fault);

    std::filesystem::create_directory(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms{0711});
    // A copy, because the file may change meanwhile.
    const std::filesystem::path source = folder_ / "submission.cpp";
    write_submission(source, text.text + std::string{check_of_result(tools_.exercise().function)});
    std::filesystem::permissions(source, std::filesystem::perms{0644});
    const std::string name = grade_.submission;
    const auto compiled_in = [this, source, name](const char* sub_folder, const Compiler& compiler) {
        const std::filesystem::path out = folder_ / sub_folder;
        std::filesystem::create_directory(out);
        sandbox_.give(out);
        return compile_submission(compiler, sandbox_, source, out, name);
    };
    timed_ = compiled_in("timed", tools_.compiler());
    if (timed_.fault) return fail(answer, *timed_.fault);
    if (!tools_.exercise().openmp && !timed_.openmp_function.empty()) {
        return fail(answer, {VerdictCode::forbidden, "it calls '" + timed_.openmp_function +
                                                         "', a function of OpenMP. Here the threads are those of the "
                                                         "C++ library, such as std::jthread or std::async"});
    }
    // The student hears of the answers meanwhile.
    if (criterion("races") && tools_.detector()) {
        for_detector_ = std::async(std::launch::async, compiled_in, "for_detector", *tools_.detector());
    }
}

void Grading::judge_answers() {
    const Exercise& exercise = tools_.exercise();
    // So many that a call takes longer than the system lets a thread run while others wait. So each thread of a team
    // gets its share, even if there are more threads than processors and the next one that is free takes the next
    // share.
    constexpr std::size_t capacity = std::size_t{1} << 23;
    SharedArrays arrays{exercise.content, capacity, grade_.seed};
    const WorkerProgram program{.worker = tools_.compiler().worker,
                                .submission = timed_.library,
                                .function = exercise.function,
                                .guarded_heap = exercise.guarded_heap};
    Worker worker{sandbox_, program, arrays};
    // The data come into being when the submission's constructors have run.
    worker.freeze();
    arrays.fill();
    RightAnswers right{arrays, exercise.function};
    if (const auto fault = check_answers(worker, right)) return fail(answer, *fault);
    if (exercise.small_team) {
        WorkerProgram limited = program;
        limited.small_team = true;
        Worker small{sandbox_, limited, arrays};
        if (const auto fault = check_small_team(small, right)) return fail(answer, *fault);
    }
    pass(answer);
    if (criterion("threads")) {
        if (const auto fault = check_threads(worker, right, timed_.first_warning)) {
            fail("threads", *fault);
        } else {
            pass("threads");
        }
    }
    if (criterion("accuracy") && answers_are_right()) {
        SharedArrays fractions{Content::doubles, std::size_t{1} << 20, grade_.seed};
        Worker other{sandbox_, {tools_.compiler().worker, timed_.library}, fractions};
        if (const auto fault = check_accuracy(other, fractions, exercise.ulps, grade_.seed)) {
            fail("accuracy", *fault);
        } else {
            pass("accuracy");
        }
    }
    if (criterion("bits") && answers_are_right()) {
        SharedArrays fractions{Content::doubles, std::size_t{1} << 18, grade_.seed};
        Worker other{sandbox_, program, fractions};
        Worker another{sandbox_, program, fractions};
        other.freeze();
        another.freeze();
        fractions.fill();
        RightAnswers right_sums{fractions};
        if (const auto fault = check_bits(other, another, right_sums, grade_.seed)) {
            fail("bits", *fault);
        } else {
            pass("bits");
        }
    }
}

void Grading::judge_races() {
    if (!tools_.detector()) return leave_open("races", tools_.no_detector_because());
    Compiled compiled = for_detector_.get();
    if (compiled.fault) {
        if (compiled.fault->code == VerdictCode::refused) {
            compiled.fault->message = "the race detector's compiler, clang++, refuses it: " + compiled.fault->message;
        }
        return fail(answer, *compiled.fault);
    }
    if (comparable(compiled.own_lines) != comparable(timed_.own_lines)) {
        return fail(answer, {VerdictCode::forbidden,
                             "the race detector's compiler sees a different program: the lines must "
                             "not depend on the compiler or on its options"});
    }
    const std::string& ignored = timed_.ignored_pragma.empty() ? compiled.ignored_pragma : timed_.ignored_pragma;
    if (!ignored.empty()) {
        return fail(answer,
                    {VerdictCode::forbidden,
                     "this compiler and the race detector's, clang++, would see different programs, because one "
                     "of them ignores a pragma of OpenMP or a part of it: " +
                         ignored});
    }
    try {
        if (const auto fault = check_races(*tools_.detector(), sandbox_, compiled.library, tools_.exercise().content,
                                           tools_.exercise().function, grade_.seed)) {
            if (fault->code == VerdictCode::race || answers_are_right()) fail("races", *fault);
        } else {
            pass("races");
        }
    } catch (const std::exception& error) {
        leave_open("races", error.what());
    }
}

void Grading::measure() {
    if (!criterion("speed") || !answers_are_right()) return;
    const Stopwatch stopwatch;
    try {
        const SpeedFinding finding = check_all_speeds(sandbox_, tools_.compiler().worker,
                                                      {.submission = timed_.library,
                                                       .solution = tools_.solution(),
                                                       .plain_read = tools_.plain_read(),
                                                       .starter = tools_.starter()},
                                                      tools_.exercise().speed, tools_.exercise().content, grade_.seed);
        if (finding.fault) {
            fail("speed", *finding.fault);
        } else if (finding.measured) {
            pass("speed", finding.message);
        } else {
            leave_open("speed", finding.message);
        }
    } catch (const std::exception& error) {
        leave_open("speed", error.what());
    }
    grade_.seconds += stopwatch.seconds();
}

}  // namespace reductions
