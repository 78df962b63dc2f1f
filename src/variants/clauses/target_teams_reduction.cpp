// The reduction on an accelerator: `target teams distribute parallel for`.
//
// The map clauses say what to copy to the device and back; teams are groups of its threads. Without a device, or if it
// is compiled without support for one, the region runs on the host and nothing is copied. A target region does not
// inherit the number of threads from its surroundings, so the clauses ask for one team with as many threads as the
// other variants have. On a device, leave both numbers to the runtime.
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::target_teams_reduction {

template <Element T>
Sum<T> target_teams_reduction(View<T> a, View<T> b) {
    const T* const x = a.data();
    const T* const y = b.data();
    const std::size_t size = a.size();
    const int threads = static_cast<int>(thread_count());
    Wrapping<T> total = 0;
#pragma omp target teams distribute parallel for num_teams(1) num_threads(threads) reduction(+ : total) \
    map(to : x[:size], y[:size]) map(tofrom : total)
    for (std::size_t i = 0; i < size; ++i) total += squared_difference(x[i], y[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The reduction on an accelerator if there is one, and otherwise on the host.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return target_teams_reduction(a, b); },
};

}  // namespace reductions::target_teams_reduction
