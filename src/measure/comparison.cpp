// Variants side by side, on Google Benchmark as the timing engine.
#include "measure/comparison.hpp"

#include <benchmark/benchmark.h>
#include <omp.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iomanip>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include "judge/control_arrays.hpp"
#include "judge/reference.hpp"
#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"
#include "measure/cores.hpp"
#include "measure/heap.hpp"
#include "measure/machine.hpp"
#include "measure/memory.hpp"
#include "measure/read_limit.hpp"
#include "measure/statistics.hpp"
#include "ssd/threads.hpp"

namespace ssd {
namespace {

using Seconds = std::chrono::duration<double>;

// One repetition lasts about this long, or one call if that is longer.
constexpr Seconds repetition_time{0.004};
constexpr double most_calls = 1'000;

// Keeps the engine's reports, of which there is one a round.
class Collector : public benchmark::BenchmarkReporter {
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

    // The wall-clock time of one call of a benchmark, in each round.
    std::vector<double> seconds(const std::string& name) const {
        std::vector<double> times;
        for (const Run& run : reports_.at(name)) {
            times.push_back(run.real_accumulated_time / static_cast<double>(run.iterations));
        }
        return times;
    }

    // Hands a benchmark's rounds on as JSON, as the repetitions that they are, with their median, under another name if
    // wanted.
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

// <what>/<type>/<size>/<threads>
std::string benchmark_name(std::string_view what, std::string_view type, std::size_t size) {
    return std::string{what} + '/' + std::string{type} + '/' + std::to_string(size) + '/' +
           std::to_string(thread_count());
}

// The repetitions of one run, and how far it is.
struct Schedule {
    std::size_t repetitions;
    std::function<void(std::size_t done, std::size_t all)> progress;
    std::size_t done = 0;
    std::size_t all = 0;
};

// Calls what starts a team of threads; the team is in its place afterwards.
void start_team(const auto& call) {
    const MemoryLimitLifted lifted;
    omp_pause_resource_all(omp_pause_soft);
    const std::vector<pid_t> before = threads_of_this_program();
    call();
    const std::vector<pid_t> after = threads_of_this_program();
    std::vector<pid_t> started;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(started));
    spread_over_cores(started);
}

// What comes before the timing of a repetition.
void begin_repetition(Schedule& schedule, const auto& call) {
    schedule.progress(schedule.done++, schedule.all);
    start_team(call);
    call();
}

// Gives the engine a benchmark whose body calls `call` in a loop. The schedule has to live until the engine has run.
void add_benchmark(const std::string& name, Schedule& schedule, const auto& call, const auto& body) {
    Seconds once = Seconds::max();
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        call();
        once = std::min<Seconds>(once, std::chrono::steady_clock::now() - start);
    }
    const double calls = std::clamp(std::round(repetition_time / once), 1.0, most_calls);
    benchmark::RegisterBenchmark(name.c_str(), body)
        ->Iterations(static_cast<benchmark::IterationCount>(calls))
        ->MeasureProcessCPUTime()
        ->UseRealTime();
    schedule.all += schedule.repetitions;
}

// All digits; NaN without a sign.
template <typename Number>
std::string text_of(Number number) {
    if (std::isnan(static_cast<double>(number))) return "nan";
    std::ostringstream text;
    text << std::setprecision(std::numeric_limits<Number>::max_digits10) << number;
    return text.str();
}

// One pair of arrays, and what is needed to judge the answers.
template <Element T>
struct Part {
    Arrays<T> arrays;
    Reference<T> right;
    std::shared_ptr<std::optional<ControlArrays<T>>> control;
    std::size_t limit;
    std::vector<Measurement*> measurements = {};
};

// What `work` returns; NotEnoughMemory where the variant cannot have what it allocates, or its threads.
auto or_not_enough_memory(const Variant& variant, const auto& work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        throw NotEnoughMemory{std::string{variant.name} + ": not enough memory for what it allocates; " +
                              in_words(memory_at_start())};
    } catch (const std::system_error&) {
        throw NotEnoughMemory{std::string{variant.name} + ": not enough memory for its threads; " +
                              in_words(memory_at_start())};
    }
}

// Runs a variant on control arrays and judges the answer. Without the memory for that, nothing is counted.
template <Element T>
void run_control(Measurement& measurement, const Arrays<T>& arrays, const ControlArrays<T>& control) {
    try {
        measurement.judgement.count((*measurement.variant)(arrays.a, arrays.b), control);
    } catch (const std::bad_alloc&) {
        return;
    }
}

// Checks one variant on one pair of arrays, measures its heap, and adds a benchmark of it. The measurement has to live
// until the engine has run.
template <Element T>
void add_variant(Measurement& measurement, Part<T>& part, Schedule& schedule) {
    measurement.expected = part.right.expected;
    part.measurements.push_back(&measurement);
    const Variant& variant = *measurement.variant;
    const Arrays<T> placed = or_not_enough_memory(variant, [&] { return variant.place(part.arrays); });
    const std::function<Sum<T>()> call = [&measurement, &variant, placed, right = part.right] {
        const Sum<T> answer = or_not_enough_memory(variant, [&] { return variant(placed.a, placed.b); });
        measurement.judgement.count(answer, right);
        return answer;
    };
    measurement.answer = call();
    // The computation alone: judging an answer may allocate too.
    measurement.peak_heap =
        peak_heap([&] { or_not_enough_memory(variant, [&] { return variant(placed.a, placed.b); }); });
    const auto control = part.right.decides() ? nullptr : part.control;
    const auto body = [&measurement, &schedule, call, control,
                       bytes = 2 * part.arrays.a.size_bytes()](benchmark::State& state) {
        begin_repetition(schedule, call);
        const Tally before = measurement.judgement.given();
        Sum<T> answer{};
        for (auto _ : state) answer = call();  // every call is judged, so none can be left out
        if (control && *control) run_control(measurement, (*control)->arrays(), **control);
        const Judgement& after = measurement.judgement;
        state.SetLabel(text_of(answer));
        const auto counter = [&](const char* name, std::size_t runs) {
            state.counters[name] = static_cast<double>(runs);
        };
        counter("wrong_runs", after.given().wrong() - before.wrong());
        counter("runs_within_rounding", after.given().within_rounding() - before.within_rounding());
        counter("control_runs", after.control().runs());
        counter("wrong_control_runs", after.control().wrong());
        counter("bytes_read", bytes);
        if (measurement.peak_heap) counter("peak_heap_bytes", *measurement.peak_heap);
    };
    add_benchmark(benchmark_name(measurement.variant->name, measurement.type, measurement.size), schedule, call, body);
}

// Runs all variants of a part on all of its controls, where they want them to lie.
template <Element T>
void run_all_controls(const Part<T>& part) {
    std::optional<ControlArrays<T>>& control = *part.control;
    if (!control) return;
    for (std::size_t k = 0; k < control->count(); ++k) {
        if (k > 0) control->fill(k);
        for (Measurement* const measurement : part.measurements) {
            try {
                run_control(*measurement, measurement->variant->place(control->arrays()), *control);
            } catch (const std::bad_alloc&) {
                continue;
            }
        }
    }
}

// The candidates for the limit of reading one pair of arrays.
struct Limit {
    std::string name;
    std::vector<ReadLoop> loops;

    // Those of the loops' benchmarks.
    std::string loop_name(std::size_t loop) const { return name + '/' + std::to_string(loop); }
};

template <Element T>
Limit add_limit(const Arrays<T>& arrays, Schedule& schedule) {
    const Bytes a = std::as_bytes(arrays.a);
    const Bytes b = std::as_bytes(arrays.b);
    start_team([&] { return read_loops(a.size()).front()(a, b); });
    Limit limit{benchmark_name("read_limit", type_name<T>, arrays.a.size()), fastest_read_loops(a, b)};
    for (std::size_t i = 0; i < limit.loops.size(); ++i) {
        const auto call = [loop = limit.loops[i], a, b] { return loop(a, b); };
        const auto body = [&schedule, call, name = limit.loops[i].name, bytes = 2 * a.size()](benchmark::State& state) {
            begin_repetition(schedule, call);
            for (auto _ : state) benchmark::DoNotOptimize(call());
            state.SetLabel(name);
            state.counters["bytes_read"] = static_cast<double>(bytes);
        };
        add_benchmark(limit.loop_name(i), schedule, call, body);
    }
    return limit;
}

// The fastest of a limit's loops.
std::size_t fastest_loop(const Limit& limit, const Collector& collector) {
    std::vector<double> times;  // as multiples of the first one's
    for (std::size_t i = 0; i < limit.loops.size(); ++i) {
        times.push_back(median_ratio(collector.seconds(limit.loop_name(i)), collector.seconds(limit.loop_name(0))));
    }
    return static_cast<std::size_t>(std::min_element(times.begin(), times.end()) - times.begin());
}

// Runs each benchmark once in each round, in random order. (The engine's own repetitions are shuffled as a whole: if
// the machine changed its speed half-way, one benchmark had most of its repetitions before, another after.)
void run_benchmarks(Collector& collector, std::size_t rounds) {
    // The engine takes some of its settings from a command line alone.
    std::string program = "compare";
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
    for (std::size_t round = 0; round < rounds; ++round) benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
}

}  // namespace

std::vector<Measurement> compare(std::span<const Variant* const> variants, std::span<const AnyArrays> data,
                                 const ComparisonOptions& options) {
    Schedule schedule{.repetitions = options.repetitions, .progress = options.progress};
    std::vector<Measurement> measurements;
    measurements.reserve(variants.size() * data.size());  // the benchmarks keep references
    std::vector<Limit> limits;
    std::vector<std::size_t> limit_of;  // of each measurement
    for (const AnyArrays& any : data) {
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                std::map<std::size_t, Part<T>> parts;  // by size
                for (const Variant* variant : variants) {
                    const std::size_t size =
                        options.shorten_slow ? std::min(arrays.a.size(), variant->default_size) : arrays.a.size();
                    if (!parts.contains(size)) {
                        const Arrays<T> part{arrays.a.first(size), arrays.b.first(size), arrays.owner};
                        limits.push_back(add_limit(part, schedule));
                        parts[size] = {part, reference(part.a, part.b),
                                       std::make_shared<std::optional<ControlArrays<T>>>(control_arrays<T>(size)),
                                       limits.size() - 1};
                    }
                    Part<T>& part = parts[size];
                    Measurement& measurement = measurements.emplace_back();
                    measurement.variant = variant;
                    measurement.type = type_name<T>;
                    measurement.size = size;
                    measurement.threads = delivered_threads();
                    limit_of.push_back(part.limit);
                    add_variant(measurement, part, schedule);
                }
                for (const auto& [size, part] : parts) run_all_controls(part);
            },
            any);
    }

    Collector collector{options.json};
    run_benchmarks(collector, options.repetitions);
    std::vector<std::size_t> fastest;
    for (const Limit& limit : limits) {
        fastest.push_back(fastest_loop(limit, collector));
        collector.write(limit.loop_name(fastest.back()), limit.name);
    }
    for (std::size_t i = 0; i < measurements.size(); ++i) {
        Measurement& measurement = measurements[i];
        const std::string name = benchmark_name(measurement.variant->name, measurement.type, measurement.size);
        measurement.seconds = collector.seconds(name);
        collector.write(name, name);
        const Limit& limit = limits[limit_of[i]];
        const std::size_t loop = fastest[limit_of[i]];
        measurement.limit_seconds = collector.seconds(limit.loop_name(loop));
        measurement.limit_loop = limit.loops[loop].name;
    }
    collector.finish();
    return measurements;
}

}  // namespace ssd
