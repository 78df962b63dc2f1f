// The limit of reading, timed in the same rounds as the variants.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "measure/read_limit.hpp"
#include "measure/rounds.hpp"

namespace reductions {

// The candidates for the limit of reading one pair of arrays. Which is the fastest is known when the rounds have run.
class LimitInRounds {
public:
    // Adds a benchmark of each candidate.
    LimitInRounds(Rounds& rounds, std::string name, Bytes a, Bytes b);

    const std::string& name() const { return name_; }

    // After the rounds: the fastest candidate, and its benchmark's name.
    std::size_t fastest(const Rounds& rounds) const;
    const ReadLoop& loop(std::size_t candidate) const { return loops_[candidate]; }
    std::string name_of(std::size_t candidate) const { return name_ + '/' + std::to_string(candidate); }

private:
    std::string name_;
    std::vector<ReadLoop> loops_;
};

}  // namespace reductions
