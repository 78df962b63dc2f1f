// How often variants were wrong, and what their answers are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "contract/variant.hpp"
#include "measure/statistics.hpp"
#include "race_lab/composition.hpp"

namespace reductions {

// The answers of one variant in one setting.
struct RaceRate {
    const Variant* variant;
    std::string_view level;
    std::size_t threads;    // requested
    std::size_t delivered;  // by OpenMP, in a trial before the runs
    std::size_t size;
    std::int64_t right;                           // the right answer
    std::map<std::int64_t, std::size_t> answers;  // each distinct answer, and how often it occurred
    std::map<Composition, std::size_t> made_of;   // what the answers are made of, and how often

    std::size_t runs() const;
    std::size_t wrong() const;
    double failure_rate() const;  // the share of wrong runs
    Interval interval() const;    // the 95 % confidence interval of the failure rate
};

struct RaceRates {
    std::vector<RaceRate> rates;
    double cores_at_work;  // on average while the variants ran; a race needs two

    // Whether too few cores were at work for most races to show, although the machine has more.
    bool too_few_cores_at_work(std::size_t cores) const;

    // Whether a variant that is expected to be right was wrong.
    bool any_surprise() const;
};

struct CompositionShare {
    Composition composition;
    double share;  // of the runs
};

// One level of optimisation and number of threads, with all sizes.
struct RaceRow {
    std::span<const RaceRate> rates;        // one for each size
    std::size_t distinct_answers;           // the sum over all sizes
    std::vector<CompositionShare> made_of;  // the three most frequent compositions, most frequent first
    double others;                          // the share of all other compositions
};

// The settings in which a variant was not wrong.
struct NotObserved {
    std::vector<std::span<const RaceRate>> rows;  // those that were right at every size
    std::size_t settings = 0;
    std::size_t runs = 0;
    double most_likely = 0;  // the highest failure rate in any of the confidence intervals
};

// The rates of one variant.
struct RaceSummary {
    const Variant* variant;
    std::vector<RaceRow> rows;  // those that were wrong at one or more sizes
    NotObserved not_observed;
};

// A summary for each variant. The rates of one variant must be adjacent, as run_races() returns them.
std::vector<RaceSummary> summaries(std::span<const RaceRate> rates);

}  // namespace reductions
