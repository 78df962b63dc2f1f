// An exercise whose answer labels programs: racy with a line of the race, lossy, or right.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "grader/answer_lines.hpp"
#include "grader/fault.hpp"

namespace reductions {

enum class ProgramLabel {
    racy,   // it has a data race
    lossy,  // it has no data race, and gives wrong sums
    right,
};

// Nothing if the text is no label.
std::optional<ProgramLabel> program_label(const std::string& text);

struct LabelledProgram {
    ProgramLabel label;
    std::vector<std::size_t> racing_lines;  // of a racy program: each line with one of the racing accesses
    std::string hint;                       // for who labels it wrongly; does not tell the label
};

struct LabelsTask {
    std::vector<LabelledProgram> programs;  // the first one is program 1
};

std::optional<Fault> fault_of(const LabelsTask& task, const std::vector<AnswerLine>& lines);

}  // namespace reductions
