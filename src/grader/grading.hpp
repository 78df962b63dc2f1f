// Grades one submission, step by step.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <string>

#include "grader/exercise.hpp"
#include "grader/fault.hpp"
#include "grader/grade.hpp"
#include "grader/sandbox.hpp"
#include "grader/scratch_folder.hpp"
#include "grader/toolchain.hpp"

namespace reductions {

// What all submissions to an exercise share: compilers, the compiled solution, a race detector that has proved itself.
class GradingTools {
public:
    // Compiles the solution and, if the exercise asks for races, tries the detector on a program with a race and on one
    // without. Does nothing if the exercise's answer is a text. Throws std::runtime_error if the solution does not
    // compile, or if the sandbox cannot reach the folder.
    GradingTools(const Exercise& exercise, Level level);

    const Exercise& exercise() const { return exercise_; }
    Level level() const { return level_; }
    const std::filesystem::path& folder() const { return scratch_.path(); }
    const Compiler& compiler() const { return timed_; }
    const std::filesystem::path& solution() const { return solution_; }
    const std::filesystem::path& plain_read() const { return plain_read_; }
    // Compiled if the exercise asks for the speed beside a busy core.
    const std::filesystem::path& starter() const { return starter_; }

    // Nothing if there is no detector that can be trusted. Then the text says why.
    const std::optional<Compiler>& detector() const { return detector_.compiler; }
    const std::string& no_detector_because() const { return detector_.missing; }

private:
    void prove_detector();
    // The library of a program that the grader trusts.
    std::filesystem::path compiled(const std::filesystem::path& source, const char* name) const;

    const Exercise& exercise_;
    Level level_;
    ScratchFolder scratch_;
    Compiler timed_;
    Detector detector_;
    std::filesystem::path solution_;
    std::filesystem::path plain_read_;
    std::filesystem::path starter_;
};

class Grading {
public:
    // Hears of each criterion as soon as it is decided.
    using Observer = std::function<void(const Criterion&)>;

    // `place` is the sandbox's place; a submission in another place may be judged at the same time. Reports call the
    // submission by its name, of printable characters.
    Grading(const GradingTools& tools, std::size_t place, std::filesystem::path submission, const std::string& name,
            std::uint64_t seed, Observer observer = {});
    Grading(const Grading&) = delete;
    Grading& operator=(const Grading&) = delete;
    ~Grading();

    // Everything except the time.
    void judge();

    // The time. Nothing else may run meanwhile.
    void measure();

    const Grade& grade() const { return grade_; }

private:
    void judge_text_answer();  // of an exercise whose answer is a text
    void judge_program();
    void judge_text();
    void judge_answers();
    void judge_races();
    Criterion* criterion(const std::string& name);
    void pass(const std::string& name, std::string message = {});
    // A fault of the answer fails the answer, whatever was being judged.
    void fail(std::string name, const Fault& fault);
    void leave_open(const std::string& name, const std::string& message);
    bool answers_are_right() const;

    const GradingTools& tools_;
    Sandbox sandbox_;
    std::filesystem::path submission_;
    std::filesystem::path folder_;
    Observer observer_;
    Compiled timed_;
    std::future<Compiled> for_detector_;
    Grade grade_;
};

}  // namespace reductions
