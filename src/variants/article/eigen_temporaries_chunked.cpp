// Temporaries in chunks, on a thread pool: the article's np_parallel_squared_diff.
//
// The arrays are cut into chunks of about 100,000 elements. A thread pool computes each chunk's sum with temporaries of
// the chunk's size, and the partial sums are added in the order of the chunks. Expect a speedup above the number of
// cores, because the temporaries of a chunk stay in the core's cache. The peak of memory falls from two whole arrays to
// two chunks per thread. Each chunk has its own partial sum, so no two threads ever write to the same one.
// Words: docs/glossary.md.
#include <numeric>
#include <vector>

#include "blocks/chunks.hpp"
#include "blocks/numpy_temporaries.hpp"
#include "blocks/thread_pool.hpp"
#include "contract/variant.hpp"

namespace reductions::eigen_temporaries_chunked {

template <Element T>
Sum<T> eigen_temporaries_chunked(View<T> a, View<T> b) {
    const auto chunks = Chunks::as_in_the_article(a.size());
    std::vector<Wrapping<T>> partial(chunks.count());
    thread_pool().run(chunks.count(), [&](std::size_t index) {
        const auto [begin, length] = chunks[index];
        partial[index] = sum_of_temporaries(a.subspan(begin, length), b.subspan(begin, length));
    });
    return static_cast<Sum<T>>(std::accumulate(partial.begin(), partial.end(), Wrapping<T>{0}));
}

extern const Entry entry = {
    .shows = "Temporaries in chunks that fit into a cache, on a thread pool.",
    .article_name = "np_parallel_squared_diff",
    .computation = [](auto a, auto b) { return eigen_temporaries_chunked(a, b); },
};

}  // namespace reductions::eigen_temporaries_chunked
