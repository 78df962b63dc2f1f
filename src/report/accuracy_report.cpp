// Prints how accurate the variants are.
#include "report/accuracy_report.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "report/format.hpp"
#include "report/table.hpp"
#include "report/verdict.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

constexpr std::size_t widest_text = 110;  // columns

void print_head(std::ostream& out, const TypeAccuracy& type, const Conditions& conditions, const Terminal& terminal) {
    std::ostringstream text;
    text << "error: the largest error, in units in the last place; over runs: different answers in " << accuracy_runs
         << " runs with " << conditions.threads << (conditions.threads == 1 ? " thread" : " threads")
         << conditions.note_on_threads << "; over threads: different answers in one run with each of";
    for (const std::size_t threads : type.threads) text << ' ' << threads;
    text << (type.threads.size() == 1 ? " thread" : " threads") << "; time: relative to omp_reduction";
    out << "Accuracy of the sums of " << format_count(type.size) << " squares of type " << type.type << ":\n";
    for (const std::string& line : wrapped(text.str(), std::min(terminal.width, widest_text))) out << line << '\n';
    out << '\n';
}

void print_type(std::ostream& out, const TypeAccuracy& type, const Conditions& conditions, const Terminal& terminal) {
    print_head(out, type, conditions, terminal);
    Table table{
        {{"variant", Align::left}, {"error"}, {"over runs"}, {"over threads"}, {"time"}, {"verdict", Align::left}}};
    std::vector<const Judgement*> judgements;
    for (const Accuracy& result : type.variants) {
        judgements.push_back(&result.judgement);
        Cell verdict = verdict_cell(result.judgement);
        if (result.size != type.size) verdict.text += ", with " + format_count(result.size) + " elements";
        table.add({.cells = {{std::string{result.variant->name}},
                             {format_digits(result.worst_error)},
                             {std::to_string(result.over_runs)},
                             {std::to_string(result.over_threads)},
                             {format_ratio(result.cost)},
                             verdict}});
    }
    table.print(out, terminal);
    out << explanation_of_verdicts(judgements) << '\n';
}

}  // namespace

void print_accuracy(std::ostream& out, std::span<const TypeAccuracy> types, const Conditions& conditions,
                    const Terminal& terminal) {
    for (const std::string& constraint : conditions.constraints) out << constraint << '\n';
    for (const TypeAccuracy& type : types) print_type(out, type, conditions, terminal);
}

}  // namespace reductions
