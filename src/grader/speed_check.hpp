// How fast a submission is, compared with the solution and with reading the arrays.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grader/examiner.hpp"
#include "grader/exercise.hpp"
#include "grader/fault.hpp"
#include "grader/sandbox.hpp"
#include "measure/statistics.hpp"

namespace reductions {

// The compiled functions, which are timed in turn.
struct Compared {
    std::filesystem::path submission;
    std::filesystem::path solution;
    std::filesystem::path plain_read;  // reads both arrays and does nothing else
    std::filesystem::path starter;     // beside a busy core: what should be slow there
};

// The confidence interval of the median of x[i] / y[i], from order statistics (H. A. David, H. N. Nagaraja, "Order
// Statistics", section 7.1). At least six rounds are needed for 95 %, and eleven for 99.9 %.
Interval median_ratio_interval(const std::vector<double>& x, const std::vector<double>& y, double confidence = 0.95);

struct SpeedFinding {
    std::optional<Fault> fault = {};
    bool measured = true;      // false if the interval stayed too wide to tell
    std::string message = {};  // how far it is from the solution and from the read speed
};

// Compares workers, which share the arrays, until it is clear whether the submission takes more than the goal's `slow`
// times as long as the solution. Each round times all of them, in random order. If the goal asks for a busy core, the
// starter takes part: where it is not slow, this machine cannot show what a busy core costs. Judges every answer of the
// submission. Nothing else may run meanwhile.
SpeedFinding check_speed(const Sandbox& sandbox, const std::filesystem::path& worker, const Compared& compared,
                         const SpeedGoal& goal, Content content, std::uint64_t seed);

// The finding for all goals: the first one with a fault, or that of all. It is measured if all of them are.
SpeedFinding check_all_speeds(const Sandbox& sandbox, const std::filesystem::path& worker, const Compared& compared,
                              const std::vector<SpeedGoal>& goals, Content content, std::uint64_t seed);

}  // namespace reductions
