// std::transform_reduce on one thread.
//
// This is the standard library's own algorithm for this computation: one operation for each pair, and one that adds.
// Unlike std::inner_product it may add in any order ([transform.reduce]). libstdc++ makes use of that and adds four
// elements at a time.
#include <functional>
#include <numeric>

#include "contract/variant.hpp"

namespace reductions::std_transform_reduce {

template <Element T>
Sum<T> std_transform_reduce(View<T> a, View<T> b) {
    const auto square = [](T x, T y) { return squared_difference(x, y); };
    return static_cast<Sum<T>>(
        std::transform_reduce(a.begin(), a.end(), b.begin(), Wrapping<T>{0}, std::plus<>{}, square));
}

extern const Entry entry = {
    .shows = "std::transform_reduce: the standard library's algorithm for this computation.",
    .computation = [](auto a, auto b) { return std_transform_reduce(a, b); },
};

}  // namespace reductions::std_transform_reduce
