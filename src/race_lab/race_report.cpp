// The race laboratory's figures as text.
#include "race_lab/race_report.hpp"

#include <algorithm>
#include <ostream>

#include "measure/constraints.hpp"
#include "report/format.hpp"

namespace reductions {
namespace {

// "1.0% [0.2%, 5.4%]", the failure rate with its confidence interval; "0 of 100, ≤3.7%" if no run was wrong.
std::string rate_in_words(const RaceRate& rate) {
    const Interval interval = rate.interval();
    if (rate.wrong() == 0) return "0 of " + std::to_string(rate.runs()) + ", ≤" + format_percent(interval.high);
    return format_percent(rate.failure_rate()) + " [" + format_percent(interval.low) + ", " +
           format_percent(interval.high) + "]";
}

// "8", or "2 of 8" if OpenMP delivers fewer threads than requested.
std::string threads_in_words(const RaceRate& rate) {
    const std::string requested = std::to_string(rate.threads);
    return rate.delivered < rate.threads ? std::to_string(rate.delivered) + " of " + requested : requested;
}

std::string made_of_in_words(const RaceRow& row) {
    std::string text;
    for (const auto& [composition, share] : row.made_of) {
        text += text.empty() ? "" : ", ";
        text += to_string(composition, row.rates.front().threads) + ' ' + format_percent(share);
    }
    return row.others == 0 ? text : text + ", others " + format_percent(row.others);
}

// "-O1 with 4, 8; -O2 with 2, 4, 8 threads"
std::string where_in_words(const NotObserved& not_observed) {
    std::string where;
    std::string_view level;
    for (const auto row : not_observed.rows) {
        const std::string threads = threads_in_words(row.front());
        where += row.front().level == level
                     ? ", " + threads
                     : (where.empty() ? "" : "; ") + std::string{row.front().level} + " with " + threads;
        level = row.front().level;
    }
    return where + " threads";
}

void print_table(std::ostream& out, const std::vector<RaceRow>& rows, const Terminal& terminal) {
    std::vector<Column> columns = {{"", Align::left}, {"threads"}};
    for (const RaceRate& rate : rows.front().rates) columns.push_back({format_count(rate.size) + " elements"});
    columns.push_back({"answers"});
    columns.push_back({"made of", Align::left});
    Table table{columns};
    for (const RaceRow& row : rows) {
        const RaceRate& first = row.rates.front();
        TableRow cells{.cells = {{std::string{first.level}}, {threads_in_words(first)}}};
        for (const RaceRate& rate : row.rates) {
            cells.cells.push_back({rate_in_words(rate), rate.wrong() == 0 ? Colour::faint : Colour::bad});
        }
        cells.cells.push_back({format_count(row.distinct_answers)});
        cells.cells.push_back({made_of_in_words(row)});
        table.add(std::move(cells));
    }
    table.print(out, terminal);
}

void print_summary(std::ostream& out, const RaceSummary& summary, const Terminal& terminal) {
    const auto& [variant, rows, not_observed] = summary;
    out << variant->name << " (" << name_of(variant->expectation) << "): " << variant->shows << '\n';
    if (!rows.empty()) print_table(out, rows, terminal);
    if (not_observed.settings != 0) {
        out << "not observed in " << format_count(not_observed.runs) << " runs, at most "
            << format_percent(not_observed.most_likely) << " likely in each of " << not_observed.settings << " settings"
            << (rows.empty() ? "" : " (" + where_in_words(not_observed) + ")") << '\n';
    }
    out << '\n';
}

}  // namespace

void print_race_rates(std::ostream& out, const RaceRates& measured, const Conditions& conditions,
                      const Terminal& terminal) {
    const Machine& machine = conditions.machine;
    out << "How often the sum of squared differences is wrong, on " << machine.processor << ", " << machine.cores
        << (machine.cores == 1 ? " core" : " cores") << ", compiled with " << machine.compiler << ".\n"
        << "Each rate is the share of wrong runs, with its 95 % confidence interval (Wilson's).\n"
        << "On average " << format_digits(measured.cores_at_work) << " cores were at work at a time"
        << (measured.too_few_cores_at_work(machine.cores) ? ": too few for most races to show" : "") << ".\n\n";
    for (const std::string& constraint : conditions.constraints) out << constraint << "\n\n";
    if (machine.cores == 1) {
        out << "One core runs one thread at a time, which hides most races: another thread can interfere only while\n"
            << "the running one is interrupted. The two lost_update variants force the interleaving, and are wrong\n"
            << "here too.\n\n";
    }
    const auto lacks_threads = [](const RaceRate& rate) { return rate.delivered < rate.threads; };
    if (std::any_of(measured.rates.begin(), measured.rates.end(), lacks_threads)) {
        const std::string settings = settings_of_small_teams();
        out << "OpenMP does not deliver all threads" << (settings.empty() ? "" : " (" + settings + ')')
            << ": \"2 of 8\" is a team of 2 threads where 8 were requested. A single thread cannot race.\n\n";
    }
    for (const RaceSummary& summary : summaries(measured.rates)) print_summary(out, summary, terminal);
}

}  // namespace reductions
