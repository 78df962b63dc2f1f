// Threads of the C++ library, without OpenMP.
//
// A slice of the arrays for each thread, and a place for its result; joining a thread is what makes its result visible
// ([thread.thread.member]/4). Starting threads anew in every call costs tens of microseconds each, which arrays of this
// size do not notice and small ones do. Where the system refuses to start another, the caller computes that slice
// itself.
#include <numeric>
#include <system_error>
#include <thread>
#include <vector>

#include "ssd/chunks.hpp"
#include "ssd/threads.hpp"
#include "ssd/variant.hpp"

namespace ssd {
namespace {

template <Element T>
Wrapping<T> sum_of_slice(View<T> a, View<T> b, Chunk slice) {
    const View<T> x = a.subspan(slice.begin, slice.length);
    const View<T> y = b.subspan(slice.begin, slice.length);
    Wrapping<T> sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += squared_difference(x[i], y[i]);
    return sum;
}

template <Element T>
Sum<T> std_thread(View<T> a, View<T> b) {
    const Chunks slices{a.size(), thread_count()};
    std::vector<Wrapping<T>> partial(slices.count());
    {
        std::vector<std::jthread> threads;  // joined at the end of this scope
        threads.reserve(slices.count());
        for (std::size_t index = 1; index < slices.count(); ++index) {
            const auto work = [&, index] { partial[index] = sum_of_slice(a, b, slices[index]); };
            try {
                threads.emplace_back(work);
            } catch (const std::system_error&) {
                work();
            }
        }
        partial[0] = sum_of_slice(a, b, slices[0]);
    }
    return static_cast<Sum<T>>(std::accumulate(partial.begin(), partial.end(), Wrapping<T>{0}));
}

}  // namespace

namespace variants {

extern const Variant std_thread = {
    .name = "std_thread",
    .chapter = "threads",
    .shows = "Threads of the C++ library, a slice and a partial result for each.",
    .expectation = Expectation::right,
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return ssd::std_thread(a, b); },
};

}  // namespace variants
}  // namespace ssd
