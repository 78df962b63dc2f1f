// Asks a worker questions and judges every answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

#include "blocks/chunks.hpp"
#include "grader/fault.hpp"
#include "grader/shared_arrays.hpp"
#include "grader/worker.hpp"

namespace reductions {

// The right answers to all questions about one pair of arrays. Workers that share the arrays share it.
class RightAnswers {
public:
    explicit RightAnswers(SharedArrays& arrays) : arrays_{arrays} {}

    // Changes elements of the chunk, so that the next answer is a new one. All workers must be frozen.
    void change(Chunk chunk, std::size_t threads);

    // What is wrong with an answer, if anything.
    std::optional<Fault> fault(const Question& question, const Reply& answer);

    const SharedArrays& arrays() const { return arrays_; }

private:
    std::optional<Fault> wrong_number(const Question& question, std::uint64_t bits);

    SharedArrays& arrays_;
    std::set<std::uint64_t> given_;  // the right answers so far, except 0
};

// Sizes from 0 to a million, at both ends of the arrays, with 1 to 8 threads; also whether anything goes on working
// when the answer has been given. Returns the first fault.
std::optional<Fault> check_answers(Worker& worker, RightAnswers& right);

// Whether as many threads as requested read the arrays. `warning` is what the compiler had to say.
std::optional<Fault> check_threads(Worker& worker, RightAnswers& right, const std::string& warning);

// Whether the answer has the same bits with 1, 2, 3 and 8 threads, and each time, in two workers with the same
// submission.
std::optional<Fault> check_bits(Worker& worker, Worker& other, RightAnswers& right, std::uint64_t seed);

}  // namespace reductions
