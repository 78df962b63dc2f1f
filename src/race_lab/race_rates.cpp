// How often variants were wrong, and what their answers are made of.
#include "race_lab/race_rates.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace reductions {
namespace {

using Rates = std::span<const RaceRate>;

constexpr std::size_t most_named = 3;

// Cuts the rates where the key changes.
std::vector<Rates> groups(Rates rates, auto key) {
    std::vector<Rates> found;
    while (!rates.empty()) {
        const auto end = std::find_if(rates.begin(), rates.end(),
                                      [&](const RaceRate& rate) { return key(rate) != key(rates.front()); });
        const auto size = static_cast<std::size_t>(end - rates.begin());
        found.push_back(rates.first(size));
        rates = rates.subspan(size);
    }
    return found;
}

RaceRow row_of(Rates rates) {
    RaceRow row{.rates = rates, .distinct_answers = 0, .made_of = {}, .others = 0};
    std::map<Composition, std::size_t> counts;
    std::size_t runs = 0;
    for (const RaceRate& rate : rates) {
        row.distinct_answers += rate.answers.size();
        runs += rate.runs();
        for (const auto& [composition, count] : rate.made_of) counts[composition] += count;
    }
    std::size_t others = 0;
    for (const auto& [composition, count] : by_frequency(counts)) {
        if (row.made_of.size() < most_named) {
            row.made_of.push_back({composition, static_cast<double>(count) / static_cast<double>(runs)});
        } else {
            others += count;
        }
    }
    row.others = static_cast<double>(others) / static_cast<double>(runs);
    return row;
}

void add(NotObserved& not_observed, Rates row) {
    not_observed.rows.push_back(row);
    not_observed.settings += row.size();
    for (const RaceRate& rate : row) {
        not_observed.runs += rate.runs();
        not_observed.most_likely = std::max(not_observed.most_likely, rate.interval().high);
    }
}

}  // namespace

std::size_t RaceRate::runs() const {
    std::size_t sum = 0;
    for (const auto& [answer, count] : answers) sum += count;
    return sum;
}

std::size_t RaceRate::wrong() const {
    const auto found = answers.find(right);
    return runs() - (found == answers.end() ? 0 : found->second);
}

double RaceRate::failure_rate() const { return static_cast<double>(wrong()) / static_cast<double>(runs()); }

Interval RaceRate::interval() const { return wilson_interval(wrong(), runs()); }

bool RaceRates::too_few_cores_at_work(std::size_t cores) const { return cores > 1 && cores_at_work < 1.5; }

bool RaceRates::any_surprise() const {
    return std::any_of(rates.begin(), rates.end(), [](const RaceRate& rate) {
        return rate.variant->expectation == Expectation::right && rate.wrong() != 0;
    });
}

std::vector<RaceSummary> summaries(Rates rates) {
    std::vector<RaceSummary> all;
    for (const Rates variant : groups(rates, [](const RaceRate& rate) { return rate.variant->name; })) {
        RaceSummary& summary = all.emplace_back(RaceSummary{variant.front().variant, {}, {}});
        for (const Rates row : groups(variant, [](const RaceRate& rate) {
                 return std::pair{rate.level, rate.threads};
             })) {
            if (std::all_of(row.begin(), row.end(), [](const RaceRate& rate) { return rate.wrong() == 0; })) {
                add(summary.not_observed, row);
            } else {
                summary.rows.push_back(row_of(row));
            }
        }
    }
    return all;
}

}  // namespace reductions
