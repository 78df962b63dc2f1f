// Plain reads, timed in the same rounds as the variants.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "measure/plain_read.hpp"
#include "measure/rounds.hpp"

namespace reductions {

// Some read loops on one pair of arrays. The fastest of them in the rounds gives the read speed.
class PlainReadInRounds {
public:
    // Adds a benchmark of each loop to the rounds.
    PlainReadInRounds(Rounds& rounds, std::string name, Bytes a, Bytes b);

    const std::string& name() const { return name_; }

    // After the rounds: finds the fastest loop and writes its rounds as JSON, under name().
    void finish(Rounds& rounds);

    // After finish(): the fastest loop's name in words, and the time of one call in each round, in seconds.
    const std::string& loop() const { return loops_[fastest_].name; }
    const std::vector<double>& seconds() const { return seconds_; }

private:
    std::string benchmark_of(std::size_t loop) const { return name_ + '/' + std::to_string(loop); }

    std::string name_;
    std::vector<ReadLoop> loops_;
    std::size_t fastest_ = 0;
    std::vector<double> seconds_;
};

}  // namespace reductions
