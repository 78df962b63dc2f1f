// Asks a worker questions and judges every answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "grader/fault.hpp"
#include "grader/right_answers.hpp"
#include "grader/worker.hpp"

namespace reductions {

// Sizes from 0 to a million, at both ends of the arrays, with 1 to 8 threads; also whether anything goes on working
// when the answer has been given. Returns the first fault.
std::optional<Fault> check_answers(Worker& worker, RightAnswers& right);

// Whether the answers are right in a worker with a small team, in which OpenMP starts fewer threads than requested.
std::optional<Fault> check_small_team(Worker& worker, RightAnswers& right);

// Whether as many threads as requested read the arrays. `warning` is what the compiler had to say.
std::optional<Fault> check_threads(Worker& worker, RightAnswers& right, const std::string& warning);

// Whether the answer has the same bits with 1, 2, 3 and 8 threads, and each time, in two workers with the same
// submission.
std::optional<Fault> check_bits(Worker& worker, Worker& other, RightAnswers& right, std::uint64_t seed);

}  // namespace reductions
