// WRONG ON PURPOSE: sums by bucket, as for a histogram, in an array that all threads share.
//
// Each iteration writes one bucket, and neighbouring iterations write different ones. But the iterations that run at
// the same time are not neighbours: each thread has its own slice, every slice meets every bucket, and two threads
// write to one bucket now and then. The more buckets there are, the rarer that is, and the harder to find.
// array_section_reduction.cpp is this file with a clause.
#include <array>
#include <numeric>

#include "contract/variant.hpp"

namespace reductions::bucket_race {

constexpr std::size_t buckets = 16;

template <Element T>
Sum<T> bucket_race(View<T> a, View<T> b) {
    std::array<Wrapping<T>, buckets> sums{};
#pragma omp parallel for  // no reduction
    for (std::size_t i = 0; i < a.size(); ++i) sums[i % buckets] += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(std::accumulate(sums.begin(), sums.end(), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "Sums by bucket in a shared array: every thread writes to every bucket.",
    .misconception = "Different iterations write different buckets.",
    .expectation = Expectation::racy,
    .computation = [](auto a, auto b) { return bucket_race(a, b); },
};

}  // namespace reductions::bucket_race
