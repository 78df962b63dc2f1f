// Collects what Google Benchmark reports in each round, and writes it as JSON.
#include "measure/round_collector.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "measure/statistics.hpp"

namespace reductions {
namespace {

using Run = benchmark::BenchmarkReporter::Run;

// The median of the times only. The other figures are the same in all rounds, or their median has no meaning.
Run median_of(const std::vector<Run>& runs) {
    std::vector<double> real;
    std::vector<double> cpu;
    for (const Run& run : runs) {
        real.push_back(run.real_accumulated_time);
        cpu.push_back(run.cpu_accumulated_time);
    }
    Run result = runs.front();
    result.run_type = Run::RT_Aggregate;
    result.aggregate_name = "median";
    result.aggregate_unit = benchmark::kTime;
    result.real_accumulated_time = median(std::move(real));
    result.cpu_accumulated_time = median(std::move(cpu));
    result.report_label.clear();
    result.counters.clear();
    return result;
}

}  // namespace

RoundCollector::RoundCollector(std::ostream* json) : json_{json} {
    if (json_ != nullptr) writer_.SetOutputStream(json_);
}

bool RoundCollector::ReportContext(const Context& context) {
    const bool first = std::exchange(is_first_round_, false);
    return json_ == nullptr || !first || writer_.ReportContext(context);
}

void RoundCollector::ReportRuns(const std::vector<Run>& runs) {
    std::vector<Run>& rounds = rounds_[runs.front().run_name.function_name];
    rounds.insert(rounds.end(), runs.begin(), runs.end());
}

std::vector<double> RoundCollector::seconds(const std::string& name) const {
    std::vector<double> times;
    for (const Run& round : rounds_.at(name)) {
        times.push_back(round.real_accumulated_time / static_cast<double>(round.iterations));
    }
    return times;
}

void RoundCollector::write(const std::string& name, const std::string& shown_name) {
    if (json_ == nullptr) return;
    std::vector<Run> runs = rounds_.at(name);
    for (std::size_t round = 0; round < runs.size(); ++round) {
        runs[round].run_name = benchmark::BenchmarkName{};
        runs[round].run_name.function_name = shown_name;
        runs[round].repetitions = static_cast<std::int64_t>(runs.size());
        runs[round].repetition_index = static_cast<std::int64_t>(round);
    }
    writer_.ReportRuns(runs);
    writer_.ReportRuns({median_of(runs)});
}

void RoundCollector::finish() {
    if (json_ != nullptr) writer_.Finalize();
}

}  // namespace reductions
