// Arrays that one thread filled: compare with first_touch.
//
// The kernel finds a page when it is first written to, and takes it from the memory next to the core that writes. On a
// machine with several memories (sockets, or parts of one) arrays that one thread has filled, as std::vector's
// constructor does, lie in one of them, and all others' threads read from afar, through one memory's width. On a
// machine with one memory there is nothing to see.
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
