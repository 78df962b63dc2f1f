// Arrays filled by the threads that will read them. Compare with touched_by_one_thread, and with huge_pages.
//
// The loop that fills and the loop that adds have the same static schedule. So each thread is the first to touch what
// it reads later, and its pages lie in the memory next to it. Nothing else is needed if later regions have the same
// number of threads, and these stay on their cores (OMP_PROC_BIND=true). On a machine with one memory, reading gains
// nothing. Filling is faster there too, because the threads share the work of finding pages and filling them with
// zeros.
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
