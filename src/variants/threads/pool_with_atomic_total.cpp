// A thread pool that runs chunks, like the article's ThreadPoolExecutor. The chunks' sums meet in one std::atomic.
//
// The pool (blocks/thread_pool.hpp) starts its threads once. After that a call only wakes them. Chunks go to whichever
// thread is free, so a thread that the system delays does not delay the others. fetch_add with relaxed order is enough,
// because the pool's mutex orders all tasks before run() returns. In C++20 it also works for floating-point numbers.
// fused_loop_chunked keeps the partial sums separate, and so gives floats the same bits in every run; here they are
// added as they arrive.
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
    .shows = "A thread pool that runs chunks, whose sums meet in one std::atomic.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return pool_with_atomic_total(a, b); },
};

}  // namespace reductions::pool_with_atomic_total
