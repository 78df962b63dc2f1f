// The fused loop on a thread pool: the article's numba_parallel_squared_diff.
//
// It has the chunks and the pool of eigen_temporaries_chunked, with the fused loop inside: both of the article's cures
// at once. Expect a speedup of about the number of cores over fused_loop, until memory cannot deliver faster. Each task
// returns its sum as a value and stores it once. A task that added to partial[index] element by element would share a
// cache line with its neighbours all the time.
// Words: docs/glossary.md.
#include <numeric>
#include <vector>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "blocks/thread_pool.hpp"
#include "contract/variant.hpp"

namespace reductions::fused_loop_chunked {

template <Element T>
Sum<T> fused_loop_chunked(View<T> a, View<T> b) {
    const auto chunks = Chunks::as_in_the_article(a.size());
    std::vector<Wrapping<T>> partial(chunks.count());
    thread_pool().run(chunks.count(), [&](std::size_t index) {
        const auto [begin, length] = chunks[index];
        partial[index] = fused_sum(a.subspan(begin, length), b.subspan(begin, length));
    });
    return static_cast<Sum<T>>(std::accumulate(partial.begin(), partial.end(), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "The fused loop over chunks, on a thread pool.",
    .article_name = "numba_parallel_squared_diff",
    .computation = [](auto a, auto b) { return fused_loop_chunked(a, b); },
};

}  // namespace reductions::fused_loop_chunked
