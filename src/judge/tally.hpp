// The verdicts over many runs: how many answers were wrong, and which wrong answers there were.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "judge/reference.hpp"

namespace reductions {

// An answer of a variant for any element type.
using Answer = std::variant<std::int64_t, double, float>;

// Counts the runs of one variant on one pair of arrays. Keeps the distinct wrong answers in the order in which they
// came up, at most most_kept of them.
class Tally {
public:
    static constexpr std::size_t most_kept = 100;

    // Counts a run: its answer and the judge's verdict on it.
    template <typename Sum>
    void count(Sum answer, Verdict verdict) {
        ++runs_;
        if (verdict == Verdict::right) ++right_;
        if (verdict == Verdict::wrong) keep(answer);
    }

    std::size_t runs() const { return runs_; }
    std::size_t right() const { return right_; }
    std::size_t wrong() const { return wrong_; }
    std::size_t within_rounding() const { return runs_ - right_ - wrong_; }
    const std::vector<Answer>& distinct_wrong() const { return distinct_wrong_; }

private:
    void keep(Answer answer) {
        ++wrong_;
        for (const Answer& known : distinct_wrong_) {
            if (same(known, answer)) return;
        }
        if (distinct_wrong_.size() < most_kept) distinct_wrong_.push_back(answer);
    }

    // NaN is not equal to itself, but to a reader it is one value.
    static bool same(const Answer& x, const Answer& y) {
        const auto is_nan = [](const Answer& answer) {
            return std::visit([](auto value) { return std::isnan(static_cast<double>(value)); }, answer);
        };
        return x == y || (is_nan(x) && is_nan(y));
    }

    std::size_t runs_ = 0;
    std::size_t right_ = 0;
    std::size_t wrong_ = 0;
    std::vector<Answer> distinct_wrong_;
};

}  // namespace reductions
