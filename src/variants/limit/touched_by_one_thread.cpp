// Arrays that one thread has filled. Compare with first_touch.
//
// The kernel provides a page when it is first written to, and takes it from the memory next to the core that writes.
// std::vector's constructor, for example, fills an array on one thread. On a machine with several memories (one per
// socket, or several per socket) such an array lies in one of them. Threads next to the other memories then read from a
// distance, and all threads share the bandwidth of one memory. On a machine with one memory there is nothing to see.
#include <algorithm>

#include "blocks/pages.hpp"
#include "contract/variant.hpp"

namespace reductions::touched_by_one_thread {

template <Element T>
Arrays<T> place(View<T> a, View<T> b) {
    const FreshArrays<T> placed = fresh_arrays<T>(a.size(), PageSize::small);
    std::copy(a.begin(), a.end(), placed.a.begin());
    std::copy(b.begin(), b.end(), placed.b.begin());
    return placed;
}

template <Element T>
Sum<T> touched_by_one_thread(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(static) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The plain clause on arrays that one thread has filled: all pages lie next to that thread.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return touched_by_one_thread(a, b); },
    .placement = [](auto a, auto b) { return place(a, b); },
};

}  // namespace reductions::touched_by_one_thread
