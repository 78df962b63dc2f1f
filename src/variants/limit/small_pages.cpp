// Arrays in pages of 4 KiB: what a program gets that asks for nothing.
//
// The article's arrays are 40,000 such pages. To read an element the processor needs the address of its page, and keeps
// only some thousand of these at hand; a miss is a walk through tables in memory, and the hardware's prefetching ends
// at the page. The sum is the plain clause; what differs is where the arrays lie, so `place` is what this file is
// about.
#include "ssd/pages.hpp"
#include "ssd/variant.hpp"

namespace ssd {
namespace {

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
Sum<T> small_pages(View<T> a, View<T> b) {
    Wrapping<T> total = 0;
#pragma omp parallel for schedule(static) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += squared_difference(a[i], b[i]);
    return static_cast<Sum<T>>(total);
}

}  // namespace

namespace variants {

extern const Variant small_pages = {
    .name = "small_pages",
    .chapter = "limit",
    .shows = "The plain clause on arrays in pages of 4 KiB, each touched first by its reader.",
    .expectation = Expectation::right,
    .depends_on = DependsOn::run,
    .computation = [](auto a, auto b) { return ssd::small_pages(a, b); },
    .placement = [](auto a, auto b) { return place(a, b); },
};

}  // namespace variants
}  // namespace ssd
