// NumPy on a pool of threads, the article's np_parallel_squared_diff.
//
// The arrays are cut into chunks of about 100,000 elements, a pool of threads computes each chunk's sum with
// temporaries of the chunk's size, and the partial sums are added up in the chunks' order. Expect more than the number
// of cores gives: the temporaries of one chunk stay in the core's cache, and the peak of memory falls from two arrays
// to two chunks a thread. The partial sums have a place each, so no two threads ever write to the same one.
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
    .shows = "The temporaries in chunks that fit into a cache, on a pool of threads.",
    .article_name = "np_parallel_squared_diff",
    .computation = [](auto a, auto b) { return eigen_temporaries_chunked(a, b); },
};

}  // namespace reductions::eigen_temporaries_chunked
