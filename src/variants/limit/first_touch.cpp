// Arrays filled by the threads that will read them: compare with touched_by_one_thread, and with huge_pages.
//
// The same static schedule in the loop that fills and in the loop that adds: each thread touches first what it reads
// later, so its pages lie in the memory next to it. That is all there is to it, where threads stay on their cores
// (OMP_PROC_BIND=true). On a machine with one memory it buys nothing for reading; the filling itself is faster, since
// finding pages and filling them with zeros is work that is shared, too.
#include "blocks/pages.hpp"
#include "contract/variant.hpp"

namespace reductions::first_touch {

template <Element T>
Arrays<T> place(View<T> a, View<T> b) {
    const FreshArrays<T> placed = fresh_arrays<T>(a.size(), PageSize::small);
#pragma omp parallel for schedule(static)
    for (std::size_t i = 0; i < a.size(); ++i) {
        placed.a[i] = a[i];
        placed.b[i] = b[i];
    }
    return placed;
}

template <Element T>
Sum<T> first_touch(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(static) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

extern const Entry entry = {
    .shows = "The plain clause on arrays that were filled by the threads that read them.",
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return first_touch(a, b); },
    .placement = [](auto a, auto b) { return place(a, b); },
};

}  // namespace reductions::first_touch
