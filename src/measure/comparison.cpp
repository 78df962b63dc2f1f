// Variants side by side, on Google Benchmark as the timing engine.
#include "measure/comparison.hpp"

#include <benchmark/benchmark.h>
#include <omp.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <new>
#include <ostream>
#include <string>

#include "judge/reference.hpp"
#include "measure/heap.hpp"
#include "ssd/threads.hpp"

namespace ssd {
namespace {

// One repetition lasts about this long, or one call if that is longer.
constexpr std::chrono::duration<double> repetition_time{0.015};
constexpr double most_calls = 1'000;

// Takes the times out of the engine's reports, and hands the reports on as JSON.
class Collector : public benchmark::BenchmarkReporter {
public:
    Collector(std::map<std::string, std::vector<double>>& seconds, std::ostream* json)
        : seconds_{seconds}, json_{json} {
        if (json_ != nullptr) writer_.SetOutputStream(json_);
    }

    bool ReportContext(const Context& context) override { return json_ == nullptr || writer_.ReportContext(context); }

    void ReportRuns(const std::vector<Run>& runs) override {
        std::vector<Run> named = runs;
        for (Run& run : named) {
            benchmark::BenchmarkName name;
            name.function_name = run.run_name.function_name;  // without the engine's own suffixes
            run.run_name = name;
            if (run.run_type != Run::RT_Iteration) continue;
            seconds_[name.function_name].push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
        }
        if (json_ != nullptr) writer_.ReportRuns(named);
    }

    void Finalize() override {
        if (json_ != nullptr) writer_.Finalize();
    }

private:
    std::map<std::string, std::vector<double>>& seconds_;
    std::ostream* json_;
    benchmark::JSONReporter writer_;
};

std::string benchmark_name(const Measurement& measurement) {
    return std::string{measurement.variant->name} + '/' + std::string{measurement.type} + '/' +
           std::to_string(measurement.size) + '/' + std::to_string(measurement.threads);
}

// Checks one variant on one pair of arrays, weighs it, and gives the engine a benchmark of it. The measurement and the
// progress have to live until the engine has run.
template <Element T>
void prepare(Measurement& measurement, const Arrays<T>& arrays, const Reference<T>& right, std::size_t repetitions,
             const std::function<void()>& progress) {
    const auto call = [&measurement, arrays, right] {
        const Sum<T> answer = (*measurement.variant)(arrays.a, arrays.b);
        measurement.tally.count(answer, right.accepts(answer));
        return answer;
    };
    measurement.expected = right.expected;
    try {
        measurement.answer = call();
        measurement.peak_heap = peak_heap(call);
    } catch (const std::bad_alloc&) {
        throw NotEnoughMemory{std::string{measurement.variant->name} + ": not enough memory for what it allocates"};
    }

    const auto start = std::chrono::steady_clock::now();
    call();
    const std::chrono::duration<double> once = std::chrono::steady_clock::now() - start;
    const double calls = std::clamp(std::round(repetition_time / once), 1.0, most_calls);

    const auto body = [&measurement, arrays, &progress, call](benchmark::State& state) {
        progress();
        omp_pause_resource_all(omp_pause_soft);
        call();  // wakes the threads that it needs
        const std::size_t wrong_before = measurement.tally.wrong();
        for (auto _ : state) benchmark::DoNotOptimize(call());
        state.counters["wrong_runs"] = static_cast<double>(measurement.tally.wrong() - wrong_before);
        state.counters["bytes_read"] = static_cast<double>(arrays.a.size_bytes() + arrays.b.size_bytes());
        if (measurement.peak_heap) state.counters["peak_heap_bytes"] = static_cast<double>(*measurement.peak_heap);
    };
    benchmark::RegisterBenchmark(benchmark_name(measurement).c_str(), body)
        ->Iterations(static_cast<benchmark::IterationCount>(calls))
        ->Repetitions(static_cast<int>(repetitions))
        ->MeasureProcessCPUTime()
        ->UseRealTime();
}

// The engine takes some of its settings from a command line alone.
void run_benchmarks(Collector& collector) {
    std::string program = "compare";
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    char* arguments[] = {program.data(), interleave.data(), nullptr};
    int count = 2;
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
}

}  // namespace

std::vector<Measurement> compare(std::span<const Variant* const> variants, std::span<const AnyArrays> data,
                                 const ComparisonOptions& options) {
    const std::size_t all = variants.size() * data.size() * options.repetitions;
    std::size_t done = 0;
    const std::function<void()> progress = [&] { options.progress(done++, all); };

    std::vector<Measurement> measurements;
    measurements.reserve(variants.size() * data.size());  // the benchmarks keep references
    for (const AnyArrays& any : data) {
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                std::map<std::size_t, Reference<T>> references;
                for (const Variant* variant : variants) {
                    const std::size_t size =
                        options.shorten_slow ? std::min(arrays.a.size(), variant->default_size) : arrays.a.size();
                    const Arrays<T> part{arrays.a.first(size), arrays.b.first(size), arrays.owner};
                    if (!references.contains(size)) references[size] = reference(part.a, part.b);
                    Measurement& measurement = measurements.emplace_back();
                    measurement.variant = variant;
                    measurement.type = type_name<T>;
                    measurement.size = size;
                    measurement.threads = thread_count();
                    prepare(measurement, part, references[size], options.repetitions, progress);
                }
            },
            any);
    }

    std::map<std::string, std::vector<double>> seconds;
    Collector collector{seconds, options.json};
    run_benchmarks(collector);
    for (Measurement& measurement : measurements) measurement.seconds = seconds[benchmark_name(measurement)];
    return measurements;
}

}  // namespace ssd
