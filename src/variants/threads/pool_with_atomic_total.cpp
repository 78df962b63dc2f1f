// A pool of threads fed with chunks, as the article's ThreadPoolExecutor is, whose sums meet in one std::atomic.
//
// The pool (blocks/thread_pool.hpp) starts its threads once; after that, a call costs waking them. Chunks go to
// whichever thread is free, so a thread that the system holds up does not hold up the others. fetch_add with relaxed
// order is enough, as nothing else is published by it, and for floating-point numbers C++20 has it too.
// fused_loop_chunked keeps the partial sums apart instead, and so gives floats the same bits in every run; here they
// are added as they come.
#include <atomic>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "blocks/thread_pool.hpp"
#include "contract/variant.hpp"

namespace reductions::pool_with_atomic_total {

template <Element T>
Sum<T> pool_with_atomic_total(View<T> a, View<T> b) {
    const auto chunks = Chunks::as_in_the_article(a.size());
    std::atomic<Wrapping<T>> total = 0;
    thread_pool().run(chunks.count(), [&](std::size_t index) {
        const auto [begin, length] = chunks[index];
        const Wrapping<T> sum = fused_sum(a.subspan(begin, length), b.subspan(begin, length));
        total.fetch_add(sum, std::memory_order_relaxed);
    });
    return static_cast<Sum<T>>(total.load());
}

extern const Entry entry = {
    .shows = "A pool of threads fed with chunks, whose sums meet in one std::atomic.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return pool_with_atomic_total(a, b); },
};

}  // namespace reductions::pool_with_atomic_total
