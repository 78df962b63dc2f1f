// What a judgement says, in words.
#pragma once

#include <span>
#include <string>

#include "judge/judgement.hpp"
#include "report/table.hpp"

namespace reductions {

// In a sentence: "right", "wrong in 3 of 25 runs and in 5 of 5 control runs", or, where the given arrays decide
// nothing, "all elements counted in 5 of 5 control runs; here within rounding: off 9.0%, up to 48% possible".
std::string verdict_in_words(const Judgement& judgement);

// In a few words, for a table: "right", "counted, off 9.0%", "wrong in 3 of 25 runs".
Cell verdict_cell(const Judgement& judgement);

// What a table has to explain below it, because one of the verdicts says "counted" or "unproven"; empty otherwise.
std::string explanation_of_verdicts(std::span<const Judgement* const> judgements);

}  // namespace reductions
