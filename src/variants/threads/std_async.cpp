// Futures of the C++ library: std::async.
//
// This form is the hardest to get wrong. Each slice is a function call that returns its sum, and only its future gives
// access to that sum, so the threads share no total. Both launch policies are allowed: libstdc++ starts a thread for
// every call, and if the system refuses to, the call runs in the thread that asks for its result.
#include <future>
#include <vector>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "contract/threads.hpp"
#include "contract/variant.hpp"

namespace reductions::std_async {

template <Element T>
Sum<T> std_async(View<T> a, View<T> b) {
    const Chunks slices{a.size(), thread_count()};
    std::vector<std::future<Wrapping<T>>> futures;
    futures.reserve(slices.count());
    for (std::size_t index = 0; index < slices.count(); ++index) {
        const auto [begin, length] = slices[index];
        futures.push_back(std::async(std::launch::async | std::launch::deferred, fused_sum<T>, a.subspan(begin, length),
                                     b.subspan(begin, length)));
    }
    Wrapping<T> total = 0;
    for (auto& future : futures) total += future.get();
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "Futures of the C++ library: a call that runs in another thread and returns its value.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return std_async(a, b); },
};

}  // namespace reductions::std_async
