// std::transform_reduce, one thread.
//
// The standard library's own name for this computation: an operation on each pair, and one that adds up. Unlike
// std::inner_product it may add in any order ([transform.reduce]), and libstdc++ makes use of that: four elements at a
// time.
#include <functional>
#include <numeric>

#include "ssd/variant.hpp"

namespace ssd {
namespace {

template <Element T>
Sum<T> std_transform_reduce(View<T> a, View<T> b) {
    const auto square = [](T x, T y) { return squared_difference(x, y); };
    return static_cast<Sum<T>>(
        std::transform_reduce(a.begin(), a.end(), b.begin(), Wrapping<T>{0}, std::plus<>{}, square));
}

}  // namespace

namespace variants {

extern const Variant std_transform_reduce = {
    .name = "std_transform_reduce",
    .chapter = "libraries",
    .shows = "std::transform_reduce: the standard library's name for this computation.",
    .expectation = Expectation::right,
    .computation = [](auto a, auto b) { return ssd::std_transform_reduce(a, b); },
};

}  // namespace variants
}  // namespace ssd
