// std::transform_reduce with the policy par_unseq: one more argument, and all cores work.
//
// The policy permits threads and vector registers, and the library does the rest. libstdc++ passes the work to TBB. If
// TBB is missing at compile time, it silently runs on one thread. The arena only sets the number of threads
// (blocks/task_arena.hpp); a program that uses all cores does not need it.
#include <execution>
#include <functional>
#include <numeric>

#include "blocks/task_arena.hpp"
#include "contract/variant.hpp"

namespace reductions::std_par_unseq {

template <Element T>
Sum<T> std_par_unseq(View<T> a, View<T> b) {
    const auto square = [](T x, T y) { return squared_difference(x, y); };
    Wrapping<T> total = 0;
    task_arena().execute([&] {
        total = std::transform_reduce(std::execution::par_unseq, a.begin(), a.end(), b.begin(), Wrapping<T>{0},
                                      std::plus<>{}, square);
    });
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "std::transform_reduce with an execution policy: one more argument, all cores.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return std_par_unseq(a, b); },
};

}  // namespace reductions::std_par_unseq
