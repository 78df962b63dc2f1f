// TBB's parallel_deterministic_reduce: the same bits in every run.
//
// It always halves the range down to the grain, whether or not threads are idle, and combines the same pairs in the
// same order. So a float's answer depends only on the arrays and the grain, and not on the run or the number of
// threads. The price is small: ranges are cut even if one thread sums them all.
#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>
#include <functional>

#include "blocks/task_arena.hpp"
#include "contract/variant.hpp"

namespace reductions::tbb_deterministic_reduce {

// Part of the answer for floats: another grain gives different last bits.
constexpr std::size_t grain = 16'384;

template <Element T>
Sum<T> tbb_deterministic_reduce(View<T> a, View<T> b) {
    const auto add_range = [&](const tbb::blocked_range<std::size_t>& range, Wrapping<T> sum) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) sum += squared_difference(a[i], b[i]);
        return sum;
    };
    const tbb::blocked_range<std::size_t> whole{0, a.size(), grain};
    Wrapping<T> total = 0;
    task_arena().execute(
        [&] { total = tbb::parallel_deterministic_reduce(whole, Wrapping<T>{0}, add_range, std::plus<>{}); });
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "TBB's deterministic reduction: the same bits in every run, with any number of threads.",
    .computation = [](auto a, auto b) { return tbb_deterministic_reduce(a, b); },
};

}  // namespace reductions::tbb_deterministic_reduce
