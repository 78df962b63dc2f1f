// Plain reads, timed in the same rounds as the variants.
#include "measure/plain_read_in_rounds.hpp"

#include <algorithm>
#include <utility>

#include "measure/statistics.hpp"
#include "measure/team.hpp"

namespace reductions {

PlainReadInRounds::PlainReadInRounds(Rounds& rounds, std::string name, Bytes a, Bytes b) : name_{std::move(name)} {
    start_team([&] { read_loops(a.size()).front()(a, b); });
    loops_ = fastest_read_loops(a, b);
    for (std::size_t i = 0; i < loops_.size(); ++i) {
        const ReadLoop loop = loops_[i];
        const auto body = [loop, a, b](benchmark::State& state) {
            for (auto _ : state) benchmark::DoNotOptimize(loop(a, b));
            state.SetLabel(loop.name);
            state.counters["bytes_read"] = static_cast<double>(2 * a.size());
        };
        rounds.add(
            benchmark_of(i), [loop, a, b] { loop(a, b); }, body);
    }
}

void PlainReadInRounds::finish(Rounds& rounds) {
    std::vector<double> times;  // relative to the first loop
    for (std::size_t i = 0; i < loops_.size(); ++i) {
        times.push_back(median_ratio(rounds.seconds(benchmark_of(i)), rounds.seconds(benchmark_of(0))));
    }
    fastest_ = static_cast<std::size_t>(std::min_element(times.begin(), times.end()) - times.begin());
    seconds_ = rounds.seconds(benchmark_of(fastest_));
    rounds.write(benchmark_of(fastest_), name_);
}

}  // namespace reductions
