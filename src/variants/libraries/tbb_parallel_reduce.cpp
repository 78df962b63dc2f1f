// TBB's parallel_reduce.
//
// It takes what every safe reduction takes: a range, an identity, a function that maps a range to a value, and one that
// combines two values. There is no shared total. TBB halves the range as long as idle threads steal the halves. So the
// partial sums, and with them the last bits of a float, change from run to run.
#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>
#include <functional>

#include "blocks/task_arena.hpp"
#include "contract/variant.hpp"

namespace reductions::tbb_parallel_reduce {

// The smallest range that is worth splitting off.
constexpr std::size_t grain = 16'384;

template <Element T>
Sum<T> tbb_parallel_reduce(View<T> a, View<T> b) {
    const auto add_range = [&](const tbb::blocked_range<std::size_t>& range, Wrapping<T> sum) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) sum += squared_difference(a[i], b[i]);
        return sum;
    };
    const tbb::blocked_range<std::size_t> whole{0, a.size(), grain};
    Wrapping<T> total = 0;
    task_arena().execute([&] { total = tbb::parallel_reduce(whole, Wrapping<T>{0}, add_range, std::plus<>{}); });
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "TBB's parallel_reduce: it halves ranges, and idle threads steal work.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return tbb_parallel_reduce(a, b); },
};

}  // namespace reductions::tbb_parallel_reduce
