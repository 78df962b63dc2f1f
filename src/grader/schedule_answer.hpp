// An exercise whose answer is a schedule of two threads: src/race_lab/interleaving.hpp judges it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "grader/answer_lines.hpp"
#include "grader/fault.hpp"

namespace reductions {

struct ScheduleTask {
    std::size_t loser;  // the thread, 0 or 1, whose update the schedule must lose
};

std::optional<Fault> fault_of(const ScheduleTask& task, const std::vector<AnswerLine>& lines);

}  // namespace reductions
