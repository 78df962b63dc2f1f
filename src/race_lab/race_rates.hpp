// How often variants are wrong: at every level of optimisation, with several numbers of threads and elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "race_lab/composition.hpp"
#include "race_lab/optimisation_levels.hpp"

namespace reductions {

inline constexpr std::size_t laboratory_threads[] = {2, 4, 8};
inline constexpr std::size_t laboratory_sizes[] = {1'000, 30'000, 1'000'000};

// What was seen of one variant in one setting.
struct RaceRate {
    const Variant* variant;
    std::string_view level;
    std::size_t threads;    // requested
    std::size_t delivered;  // by OpenMP, when it was tried out
    std::size_t size;
    std::int64_t right;                           // the right answer
    std::map<std::int64_t, std::size_t> answers;  // each distinct answer, and how often it came
    std::map<Composition, std::size_t> made_of;   // what they were made of, and how often

    std::size_t runs() const;
    std::size_t wrong() const;
};

struct RaceOptions {
    std::vector<std::string> only;  // names of variants; empty for all
    std::size_t runs;               // of each setting
    double seconds;                 // for all of them: settings that are slow get fewer runs, three at least
    std::function<void(std::size_t done, std::size_t all)> progress;
};

// Runs the variants of the laboratory with every level, number of threads and size, in this order; a variant that is
// slow by nature gets the sizes up to its default_size. The arrays are control arrays of int64, on which
// every answer is judged exactly and tells what it is made of.
std::vector<RaceRate> race_rates(const RaceOptions& options);

}  // namespace reductions
