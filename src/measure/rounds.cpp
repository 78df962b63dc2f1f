// Benchmarks that are timed in rounds, with Google Benchmark as the timing engine.
#include "measure/rounds.hpp"

#include <omp.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <ostream>
#include <utility>

#include "contract/threads.hpp"
#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"
#include "measure/cores.hpp"
#include "measure/machine.hpp"
#include "measure/memory.hpp"
#include "measure/statistics.hpp"

namespace reductions {
namespace {

using Seconds = std::chrono::duration<double>;

// One repetition lasts about this long, or one call if that is longer.
constexpr Seconds repetition_time{0.004};
constexpr double most_calls = 1'000;

double calls_of_a_repetition(const std::function<void()>& call) {
    Seconds once = Seconds::max();
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        call();
        once = std::min<Seconds>(once, std::chrono::steady_clock::now() - start);
    }
    return std::clamp(std::round(repetition_time / once), 1.0, most_calls);
}

void set_up_engine() {
    // The engine takes some of its settings from a command line alone, and keeps a pointer to the program's name.
    static std::string program = "compare";
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    char* arguments[] = {program.data(), interleave.data(), nullptr};
    int count = 2;
    benchmark::Initialize(&count, arguments);
    [[maybe_unused]] static const bool told = [] {  // once, for the engine keeps them
        const Machine machine = this_machine();
        benchmark::AddCustomContext("processor", machine.processor);
        benchmark::AddCustomContext("compiler", machine.compiler);
        if (const std::string note = note_on_threads(); !note.empty())
            benchmark::AddCustomContext("threads", note.substr(1));
        std::string all;
        for (const std::string& constraint : constraints(thread_count(), cores_of_cgroups())) all += constraint + ' ';
        if (!all.empty()) benchmark::AddCustomContext("constraints", all);
        return true;
    }();
}

}  // namespace

// Keeps the engine's reports, of which there is one a round.
class Rounds::Collector : public benchmark::BenchmarkReporter {
public:
    explicit Collector(std::ostream* json) : json_{json} {
        if (json_ != nullptr) writer_.SetOutputStream(json_);
    }

    bool ReportContext(const Context& context) override {
        const bool first = std::exchange(is_first_round_, false);
        return json_ == nullptr || !first || writer_.ReportContext(context);
    }
    void ReportRuns(const std::vector<Run>& runs) override {
        std::vector<Run>& report = reports_[runs.front().run_name.function_name];
        report.insert(report.end(), runs.begin(), runs.end());
    }

    std::vector<double> seconds(const std::string& name) const {
        std::vector<double> times;
        for (const Run& run : reports_.at(name)) {
            times.push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
        }
        return times;
    }

    void write(const std::string& name, const std::string& shown_name) {
        if (json_ == nullptr) return;
        std::vector<Run> runs = reports_.at(name);
        for (std::size_t round = 0; round < runs.size(); ++round) {
            runs[round].run_name = benchmark::BenchmarkName{};
            runs[round].run_name.function_name = shown_name;
            runs[round].repetitions = static_cast<std::int64_t>(runs.size());
            runs[round].repetition_index = static_cast<std::int64_t>(round);
        }
        writer_.ReportRuns(runs);
        writer_.ReportRuns({median_of(runs)});
    }

    void finish() {
        if (json_ != nullptr) writer_.Finalize();
    }

private:
    // Times alone: the other figures are the same in all rounds, or have no use for a median.
    static Run median_of(const std::vector<Run>& runs) {
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

    bool is_first_round_ = true;
    std::map<std::string, std::vector<Run>> reports_;
    std::ostream* json_;
    benchmark::JSONReporter writer_;
};

void start_team(const std::function<void()>& call) {
    const MemoryLimitLifted lifted;
    omp_pause_resource_all(omp_pause_soft);
    const std::vector<pid_t> before = threads_of_this_program();
    call();
    const std::vector<pid_t> after = threads_of_this_program();
    std::vector<pid_t> started;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(started));
    spread_over_cores(started);
}

Rounds::Rounds(std::size_t rounds, OnProgress progress, std::ostream* json)
    : rounds_{rounds}, progress_{std::move(progress)}, collector_{std::make_unique<Collector>(json)} {}

Rounds::~Rounds() = default;

void Rounds::add(const std::string& name, const std::function<void()>& call, const Body& body) {
    const auto repetition = [this, call, body](benchmark::State& state) {
        progress_(done_++, all_);
        start_team(call);
        call();
        body(state);
    };
    benchmark::RegisterBenchmark(name.c_str(), repetition)
        ->Iterations(static_cast<benchmark::IterationCount>(calls_of_a_repetition(call)))
        ->MeasureProcessCPUTime()
        ->UseRealTime();
    all_ += rounds_;
}

void Rounds::run() {
    set_up_engine();
    for (std::size_t round = 0; round < rounds_; ++round) benchmark::RunSpecifiedBenchmarks(collector_.get());
    benchmark::ClearRegisteredBenchmarks();
}

std::vector<double> Rounds::seconds(const std::string& name) const { return collector_->seconds(name); }

void Rounds::write(const std::string& name, const std::string& shown_name) { collector_->write(name, shown_name); }

void Rounds::finish() { collector_->finish(); }

}  // namespace reductions
