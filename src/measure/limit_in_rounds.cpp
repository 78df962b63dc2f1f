// The limit of reading, timed in the same rounds as the variants.
#include "measure/limit_in_rounds.hpp"

#include <algorithm>
#include <utility>

#include "measure/statistics.hpp"

namespace reductions {

LimitInRounds::LimitInRounds(Rounds& rounds, std::string name, Bytes a, Bytes b) : name_{std::move(name)} {
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
            name_of(i), [loop, a, b] { loop(a, b); }, body);
    }
}

std::size_t LimitInRounds::fastest(const Rounds& rounds) const {
    std::vector<double> times;  // as multiples of the first one's
    for (std::size_t i = 0; i < loops_.size(); ++i) {
        times.push_back(median_ratio(rounds.seconds(name_of(i)), rounds.seconds(name_of(0))));
    }
    return static_cast<std::size_t>(std::min_element(times.begin(), times.end()) - times.begin());
}

}  // namespace reductions
