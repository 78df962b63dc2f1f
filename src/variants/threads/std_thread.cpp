// Threads of the C++ library, without OpenMP.
//
// Each thread has a slice of the arrays, and a place for its result. Joining a thread makes its result visible
// ([thread.thread.member]/4). Starting threads in every call costs tens of microseconds per thread. Arrays of the
// article's size hide that; small ones do not. If the system refuses to start a thread, the caller computes that slice
// itself.
#include <numeric>
#include <system_error>
#include <thread>
#include <vector>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::std_thread {

template <Element T>
Sum<T> std_thread(View<T> a, View<T> b) {
    const Chunks slices{a.size(), thread_count()};
    std::vector<Wrapping<T>> partial(slices.count());
    const auto sum_slice = [&](std::size_t index) {
        const auto [begin, length] = slices[index];
        partial[index] = fused_sum(a.subspan(begin, length), b.subspan(begin, length));
    };
    {
        std::vector<std::jthread> threads;  // joined at the end of this scope
        threads.reserve(slices.count());
        for (std::size_t index = 1; index < slices.count(); ++index) {
            try {
                threads.emplace_back(sum_slice, index);
            } catch (const std::system_error&) {
                sum_slice(index);
            }
        }
        sum_slice(0);
    }
    return static_cast<Sum<T>>(std::accumulate(partial.begin(), partial.end(), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "Threads of the C++ library, with one slice and one partial sum for each.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return std_thread(a, b); },
};

}  // namespace reductions::std_thread
