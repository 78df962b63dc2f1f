// Times benchmarks in rounds, with Google Benchmark as the engine.
#include "measure/rounds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "contract/threads.hpp"
#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"
#include "measure/machine.hpp"
#include "measure/stopwatch.hpp"
#include "measure/team.hpp"

namespace reductions {
namespace {

constexpr double repetition_seconds = 0.004;  // or one call, if that takes longer
constexpr double most_calls = 1'000;

double calls_of_a_repetition(const std::function<void()>& call) {
    double shortest = std::numeric_limits<double>::max();
    for (int i = 0; i < 3; ++i) {
        const Stopwatch stopwatch;
        call();
        shortest = std::min(shortest, stopwatch.seconds());
    }
    return std::clamp(std::round(repetition_seconds / shortest), 1.0, most_calls);
}

// Adds the machine to the engine's JSON. The engine keeps what is added, so this happens once per program.
void add_context() {
    [[maybe_unused]] static const bool added = [] {
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

void set_up_engine() {
    // The engine reads some settings only from a command line, and it keeps a pointer to the program's name.
    static std::string program = "compare";
    std::string interleave = "--benchmark_enable_random_interleaving=true";
    char* arguments[] = {program.data(), interleave.data(), nullptr};
    int count = 2;
    benchmark::Initialize(&count, arguments);
    add_context();
}

}  // namespace

Rounds::Rounds(std::size_t rounds, OnProgress progress, std::ostream* json)
    : rounds_{rounds}, progress_{std::move(progress)}, collector_{json} {}

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
    for (std::size_t round = 0; round < rounds_; ++round) benchmark::RunSpecifiedBenchmarks(&collector_);
    benchmark::ClearRegisteredBenchmarks();
}

}  // namespace reductions
