// Arrays in huge pages of 2 MiB. Compare with first_touch, which differs only in the size of its pages.
//
// A program that asks for nothing gets pages of 4 KiB, and the article's arrays need 40,000 of them. To read an element
// the processor needs the address of its page, and it keeps only a few thousand of these addresses at hand. A miss is a
// walk through tables in memory, and the hardware's prefetching stops at the end of a page. One call of madvise(2)
// before the first write reduces this to 78 pages. NumPy does so for its arrays, and so does this suite for all
// variants except first_touch and touched_by_one_thread. If the kernel is set to "never", nothing changes.
#include "blocks/pages.hpp"
#include "contract/variant.hpp"

namespace reductions::huge_pages {

template <Element T>
Arrays<T> place(View<T> a, View<T> b) {
    const FreshArrays<T> placed = fresh_arrays<T>(a.size(), PageSize::huge);
#pragma omp parallel for schedule(static)
    for (std::size_t i = 0; i < a.size(); ++i) {
        placed.a[i] = a[i];
        placed.b[i] = b[i];
    }
    return placed;
}

template <Element T>
Sum<T> huge_pages(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(static) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The plain clause on arrays in huge pages of 2 MiB: one call of madvise.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return huge_pages(a, b); },
    .placement = [](auto a, auto b) { return place(a, b); },
};

}  // namespace reductions::huge_pages
