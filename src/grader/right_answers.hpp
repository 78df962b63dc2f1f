// What a submission must answer, and what is wrong with a wrong answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>

#include "blocks/chunks.hpp"
#include "grader/asked_function.hpp"
#include "grader/fault.hpp"
#include "grader/shared_arrays.hpp"
#include "grader/worker.hpp"

namespace reductions {

// The right answers to all questions about one pair of arrays. Workers that share the arrays share it.
class RightAnswers {
public:
    // A sum that is rounded may be off by at most so many units in the last place, and by no more than any order of
    // additions can explain.
    explicit RightAnswers(SharedArrays& arrays, AskedFunction function = AskedFunction::sum,
                          double most_ulps = std::numeric_limits<double>::infinity())
        : arrays_{arrays}, function_{function}, most_ulps_{most_ulps} {}

    // Changes elements of the chunk, so that the next answer is a new one. All workers must be frozen. If the largest
    // difference is asked for, every second call makes all of them negative: 0 is then not among them.
    void change(Chunk chunk, std::size_t threads);

    // Gives one element of the chunk a difference that does not fit into 32 bits, if the elements are int64.
    void make_one_wide(Chunk chunk);

    // What is wrong with an answer, if anything.
    std::optional<Fault> fault(const Question& question, const Reply& answer);

    const SharedArrays& arrays() const { return arrays_; }

private:
    std::optional<Fault> wrong_calls(const Question& question, std::uint64_t bits) const;
    std::optional<Fault> wrong_number(const Question& question, std::uint64_t bits);
    std::optional<Fault> wrong_largest(const Question& question, std::int64_t returned) const;

    SharedArrays& arrays_;
    AskedFunction function_;
    double most_ulps_;
    bool negative_ = false;          // whether the last change made all differences negative
    std::set<std::uint64_t> given_;  // the right answers so far, except 0
};

}  // namespace reductions
