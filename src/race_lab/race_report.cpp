// The race laboratory's figures as a person reads them.
#include "race_lab/race_report.hpp"

#include <algorithm>
#include <ostream>

#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"
#include "measure/machine.hpp"
#include "measure/statistics.hpp"
#include "report/format.hpp"

namespace reductions {
namespace {

using Rates = std::span<const RaceRate>;

// Those at the beginning that have the same key.
Rates leading(Rates rates, auto key) {
    const auto end =
        std::find_if(rates.begin(), rates.end(), [&](const RaceRate& rate) { return key(rate) != key(rates.front()); });
    return rates.first(static_cast<std::size_t>(end - rates.begin()));
}

bool all_right(Rates rates) {
    return std::all_of(rates.begin(), rates.end(), [](const RaceRate& rate) { return rate.wrong() == 0; });
}

// The failure rate with its confidence interval; "0 of 100, ≤3.7%" where none was seen.
std::string rate_in_words(const RaceRate& rate) {
    const Interval interval = wilson_interval(rate.wrong(), rate.runs());
    if (rate.wrong() == 0) return "0 of " + std::to_string(rate.runs()) + ", ≤" + format_percent(interval.high);
    const double seen = static_cast<double>(rate.wrong()) / static_cast<double>(rate.runs());
    return format_percent(seen) + " [" + format_percent(interval.low) + ", " + format_percent(interval.high) + "]";
}

// "8", or "2 of 8" where OpenMP delivers fewer.
std::string threads_in_words(const RaceRate& rate) {
    const std::string requested = std::to_string(rate.threads);
    return rate.delivered < rate.threads ? std::to_string(rate.delivered) + " of " + requested : requested;
}

// What the answers of one row are made of: the three most frequent kinds, and the share of the others.
std::string made_of_in_words(Rates row) {
    constexpr std::size_t most_named = 3;
    std::map<Composition, std::size_t> sum;
    std::size_t others = 0;
    for (const RaceRate& rate : row) {
        for (const auto& [composition, count] : rate.made_of) sum[composition] += count;
        others += rate.runs();
    }
    const auto runs = static_cast<double>(others);
    std::vector<std::pair<Composition, std::size_t>> sorted{sum.begin(), sum.end()};
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    sorted.resize(std::min(sorted.size(), most_named));
    std::string text;
    for (const auto& [composition, count] : sorted) {
        text += text.empty() ? "" : ", ";
        text += to_string(composition, row.front().threads) + ' ' + format_percent(static_cast<double>(count) / runs);
        others -= count;
    }
    return others == 0 ? text : text + ", others " + format_percent(static_cast<double>(others) / runs);
}

std::size_t distinct_answers(Rates row) {
    std::size_t count = 0;
    for (const RaceRate& rate : row) count += rate.answers.size();
    return count;
}

// "not observed in 900 runs, at most 3.7% likely in each of 9 settings (-O2 with 2, 4, 8 threads)",
// and without saying where, if these are `all` settings.
std::string not_observed(const std::vector<Rates>& rows, bool all) {
    std::size_t runs = 0;
    std::size_t settings = 0;
    double likely = 0;
    std::string where;
    std::string_view level;
    for (const Rates row : rows) {
        for (const RaceRate& rate : row) {
            runs += rate.runs();
            likely = std::max(likely, wilson_interval(0, rate.runs()).high);
        }
        settings += row.size();
        const std::string threads = threads_in_words(row.front());
        where += row.front().level == level
                     ? ", " + threads
                     : (where.empty() ? "" : "; ") + std::string{row.front().level} + " with " + threads;
        level = row.front().level;
    }
    return "not observed in " + format_count(runs) + " runs, at most " + format_percent(likely) +
           " likely in each of " + std::to_string(settings) + " settings" + (all ? "" : " (" + where + " threads)");
}

void print_variant(std::ostream& out, Rates rates, const Terminal& terminal) {
    const Variant& variant = *rates.front().variant;
    out << variant.name << " (" << name_of(variant.expectation) << "): " << variant.shows << '\n';
    const Rates first_row = leading(rates, [](const RaceRate& r) { return std::pair{r.level, r.threads}; });
    std::vector<Column> columns = {{"", Align::left}, {"threads"}};
    for (const RaceRate& rate : first_row) columns.push_back({format_count(rate.size) + " elements"});
    columns.push_back({"answers"});
    columns.push_back({"made of", Align::left});
    Table table{columns};
    std::vector<Rates> silent;
    bool any = false;
    while (!rates.empty()) {
        const Rates row = leading(rates, [](const RaceRate& r) { return std::pair{r.level, r.threads}; });
        rates = rates.subspan(row.size());
        if (all_right(row)) {
            silent.push_back(row);
            continue;
        }
        any = true;
        TableRow cells{.cells = {{std::string{row.front().level}}, {threads_in_words(row.front())}}};
        for (const RaceRate& rate : row) {
            cells.cells.push_back({rate_in_words(rate), rate.wrong() == 0 ? Colour::faint : Colour::bad});
        }
        cells.cells.push_back({format_count(distinct_answers(row))});
        cells.cells.push_back({made_of_in_words(row)});
        table.add(std::move(cells));
    }
    if (any) table.print(out, terminal);
    if (!silent.empty()) out << not_observed(silent, !any) << '\n';
    out << '\n';
}

}  // namespace

void print_race_rates(std::ostream& out, Rates rates, double cores_at_work, const Terminal& terminal) {
    const Machine machine = this_machine();
    out << "How often the sum of squared differences is wrong, on " << machine.processor << ", " << machine.cores
        << (machine.cores == 1 ? " core" : " cores") << ", compiled with " << machine.compiler << ".\n"
        << "Each rate is that of wrong runs, with its 95 % confidence interval (Wilson's).\n"
        << "On average " << format_digits(cores_at_work) << " cores were at work at a time"
        << (cores_at_work < 1.5 && machine.cores > 1 ? ": too few for most races to show" : "") << ".\n\n";
    for (const std::string& constraint : constraints(machine.cores, cores_of_cgroups())) out << constraint << "\n\n";
    if (machine.cores == 1) {
        out << "One core runs one thread at a time, which hides most races: another one can come between only when\n"
            << "the one that runs is interrupted. The two lost_update variants force the interleaving, and are\n"
            << "wrong here too.\n\n";
    }
    if (std::any_of(rates.begin(), rates.end(), [](const RaceRate& rate) { return rate.delivered < rate.threads; })) {
        const std::string settings =
            settings_among({"OMP_THREAD_LIMIT", "OMP_DYNAMIC", "OMP_MAX_ACTIVE_LEVELS", "KMP_ALL_THREADS"});
        out << "OpenMP does not deliver all threads" << (settings.empty() ? "" : " (" + settings + ')')
            << ": \"2 of 8\" is a team of 2 where 8 were asked for. One thread alone has nobody to race.\n\n";
    }
    while (!rates.empty()) {
        const Rates variant = leading(rates, [](const RaceRate& rate) { return rate.variant->name; });
        print_variant(out, variant, terminal);
        rates = rates.subspan(variant.size());
    }
}

}  // namespace reductions
