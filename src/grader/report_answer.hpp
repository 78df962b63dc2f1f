// An exercise whose answer is a report: tables that compare printed for two arrays of the student's own, and lines with
// figures that the student has read or computed from them. The figures are checked against the tables. That the tables
// come from a machine is the student's word; only their own arithmetic is checked.
#pragma once

#include <optional>
#include <vector>

#include "grader/answer_lines.hpp"
#include "grader/fault.hpp"

namespace reductions {

struct ReportTask {};  // the same for every course: the rows of the article

std::optional<Fault> fault_of(const ReportTask& task, const std::vector<AnswerLine>& lines);

}  // namespace reductions
