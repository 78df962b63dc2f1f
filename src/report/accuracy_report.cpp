// Accuracy as a person reads it.
#include "report/accuracy_report.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <ostream>
#include <sstream>
#include <string>

#include "contract/threads.hpp"
#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"
#include "report/format.hpp"
#include "report/verdict.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

constexpr std::size_t widest_text = 110;  // columns

void print_type(std::ostream& out, std::span<const Accuracy> results, const Terminal& terminal) {
    const auto larger = [](const Accuracy& x, const Accuracy& y) { return x.size < y.size; };
    const std::size_t size = std::max_element(results.begin(), results.end(), larger)->size;
    const std::size_t threads = delivered_threads();
    std::ostringstream text;
    text << "the largest error in units in the last place; the distinct answers of " << accuracy_runs << " runs with "
         << threads << (threads == 1 ? " thread" : " threads") << note_on_threads() << ", and of one run with each of";
    for (const std::size_t count : accuracy_threads) {
        if (count <= thread_limit()) text << ' ' << count;
    }
    text << (thread_limit() == 1 ? " thread" : " threads") << "; the time relative to omp_reduction's";
    out << "Accuracy of the sums of " << format_count(size) << " squares of type " << results.front().type << ":\n";
    for (const std::string& line : wrapped(text.str(), std::min(terminal.width, widest_text))) out << line << '\n';
    out << '\n';
    Table table{
        {{"variant", Align::left}, {"error"}, {"over runs"}, {"over threads"}, {"time"}, {"verdict", Align::left}}};
    std::vector<const Judgement*> judgements;
    for (const Accuracy& result : results) {
        judgements.push_back(&result.judgement);
        Cell verdict = verdict_cell(result.judgement);
        if (result.size != size) verdict.text += ", with " + format_count(result.size) + " elements";
        table.add({.cells = {{std::string{result.variant->name}},
                             {format_digits(result.worst_error)},
                             {std::to_string(result.over_runs)},
                             {std::to_string(result.over_threads)},
                             {std::isfinite(result.cost) ? format_digits(result.cost) + "×" : "-"},
                             verdict}});
    }
    table.print(out, terminal);
    out << explanation_of_verdicts(judgements) << '\n';
}

}  // namespace

void print_accuracy(std::ostream& out, std::span<const Accuracy> results, const Terminal& terminal) {
    for (const std::string& constraint : constraints(delivered_threads(), cores_of_cgroups()))
        out << constraint << '\n';
    while (!results.empty()) {
        const auto other_type = std::find_if(results.begin(), results.end(),
                                             [&](const Accuracy& r) { return r.type != results.front().type; });
        const auto count = static_cast<std::size_t>(std::distance(results.begin(), other_type));
        print_type(out, results.first(count), terminal);
        results = results.subspan(count);
    }
}

}  // namespace reductions
