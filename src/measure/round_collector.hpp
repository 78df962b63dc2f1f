// Collects what Google Benchmark reports in each round, and writes it as JSON.
#pragma once

#include <benchmark/benchmark.h>

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace reductions {

// The engine calls the two Report functions once per round. It sees each round as a run of its own. Here the rounds of
// a benchmark become its repetitions.
class RoundCollector : public benchmark::BenchmarkReporter {
public:
    // JSON goes to `json`; null means none.
    explicit RoundCollector(std::ostream* json);

    bool ReportContext(const Context& context) override;
    void ReportRuns(const std::vector<Run>& runs) override;

    // The wall-clock time of one call of a benchmark in each round, in seconds.
    std::vector<double> seconds(const std::string& name) const;

    // Writes the rounds of a benchmark and their median, under `shown_name`.
    void write(const std::string& name, const std::string& shown_name);

    // Ends the JSON.
    void finish();

private:
    bool is_first_round_ = true;
    std::map<std::string, std::vector<Run>> rounds_;  // by the benchmark's name
    std::ostream* json_;
    benchmark::JSONReporter writer_;
};

}  // namespace reductions
