// A judgement in words.
#pragma once

#include <span>
#include <string>

#include "judge/judgement.hpp"
#include "report/table.hpp"

namespace reductions {

// In a sentence: "right"; "wrong in 3 of 25 runs and in 5 of 5 control runs"; or, if the given arrays prove nothing,
// "all elements counted in 5 of 5 control runs; here within rounding: off 9.0%, up to 48% possible".
std::string verdict_in_words(const Judgement& judgement);

// In a few words, for a table: "right", "counted, off 9.0%", "wrong in 3 of 25 runs".
Cell verdict_cell(const Judgement& judgement);

// An explanation to print below a table in which a verdict is "counted" or "unproven". Empty for other tables.
std::string explanation_of_verdicts(std::span<const Judgement* const> judgements);

}  // namespace reductions
