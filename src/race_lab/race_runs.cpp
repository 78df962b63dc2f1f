// Runs variants again and again.
#include "race_lab/race_runs.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "contract/threads.hpp"
#include "judge/control_arrays.hpp"
#include "measure/machine.hpp"
#include "measure/stopwatch.hpp"
#include "race_lab/optimisation_levels.hpp"

namespace reductions {
namespace {

constexpr std::size_t fewest_runs = 3;

// Every setting of the requested variants, with no runs yet.
std::vector<RaceRate> settings(const std::vector<std::string>& only) {
    std::vector<RaceRate> rates;
    const std::span<const OptimisationLevel> levels = optimisation_levels();
    for (std::size_t i = 0; i < levels.front().variants.size(); ++i) {
        for (const OptimisationLevel& level : levels) {
            const Variant* const variant = &level.variants[i];
            if (!only.empty() && std::find(only.begin(), only.end(), variant->name) == only.end()) continue;
            for (const std::size_t threads : laboratory_threads) {
                for (const std::size_t size : laboratory_sizes) {
                    if (size > variant->default_size) continue;
                    rates.push_back({variant, level.name, threads, 0, size, 0, {}, {}});
                }
            }
        }
    }
    return rates;
}

void run(RaceRate& rate, const Arrays<std::int64_t>& arrays, const Decomposition& decomposition, std::size_t runs,
         double most_seconds) {
    set_thread_count(rate.threads);
    rate.delivered = delivered_threads();
    rate.right = decomposition.right();
    const Stopwatch stopwatch;
    for (std::size_t run = 0; run < runs; ++run) {
        if (run >= fewest_runs && stopwatch.seconds() > most_seconds) break;
        ++rate.answers[(*rate.variant)(arrays.a, arrays.b)];
    }
    for (const auto& [answer, count] : rate.answers) rate.made_of[decomposition.of(answer)] += count;
}

}  // namespace

RaceRates run_races(const RaceOptions& options) {
    const double processor = processor_seconds();
    const Stopwatch stopwatch;
    std::map<std::size_t, Arrays<std::int64_t>> arrays;  // by size
    std::map<std::pair<std::size_t, std::size_t>, Decomposition> decompositions;
    for (const std::size_t size : laboratory_sizes) {
        const auto [a, b, owner] = arrays[size] = ControlArrays<std::int64_t>{size}.arrays();
        for (const std::size_t threads : laboratory_threads) {
            decompositions.try_emplace({size, threads}, a, b, threads);
        }
    }
    std::vector<RaceRate> rates = settings(options.only);
    const std::size_t threads_before = requested_threads();
    std::size_t done = 0;
    for (RaceRate& rate : rates) {
        options.progress(done++, rates.size());
        run(rate, arrays.at(rate.size), decompositions.at({rate.size, rate.threads}), options.runs,
            options.seconds / static_cast<double>(rates.size()));
    }
    set_thread_count(threads_before);
    return {std::move(rates), (processor_seconds() - processor) / stopwatch.seconds()};
}

}  // namespace reductions
