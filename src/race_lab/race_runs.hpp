// Runs variants again and again, at every level of optimisation, with several numbers of threads and elements.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "race_lab/race_rates.hpp"

namespace reductions {

inline constexpr std::size_t laboratory_threads[] = {2, 4, 8};
inline constexpr std::size_t laboratory_sizes[] = {1'000, 30'000, 1'000'000};

struct RaceOptions {
    std::vector<std::string> only;  // names of variants; empty for all
    std::size_t runs;               // in each setting
    double seconds;                 // for all settings together; slow settings get fewer runs, but at least three
    std::function<void(std::size_t done, std::size_t all)> progress;
};

// Runs the laboratory's variants at every level, with every number of threads and every size, in this order. A slow
// variant gets only sizes up to its default_size. The arrays are control arrays of int64: on them every answer is
// judged exactly, and its value shows what it is made of.
RaceRates run_races(const RaceOptions& options);

}  // namespace reductions
