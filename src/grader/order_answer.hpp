// An exercise whose answer is the order of a program's lines (a Parsons problem). Some lines stand for a misconception
// and do not belong in the program.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grader/answer_lines.hpp"
#include "grader/fault.hpp"

namespace reductions {

// One line must come before another one.
struct OrderRule {
    char first;
    char then;
    bool directly;    // whether no line may stand between them
    std::string why;  // for who breaks the rule: begins with a capital letter, ends with a full stop
};

// A line that does not belong in the program, and the line that does.
struct Distractor {
    char instead_of;
    std::string why;  // what is wrong with it
};

struct OrderTask {
    std::map<char, std::string> lines;  // each has a letter
    std::vector<OrderRule> rules;       // an order that keeps them all is right
    std::map<char, Distractor> distractors;
};

std::optional<Fault> fault_of(const OrderTask& task, const std::vector<AnswerLine>& lines);

}  // namespace reductions
