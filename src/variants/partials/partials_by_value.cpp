// One partial sum per thread, through an interface that leaves nothing to share.
//
// The article ends with a language in which the bad version does not compile. C++ can come close. parallel_reduce
// (blocks/parallel_reduce.hpp) takes the elements, a function for each of them, and a function that combines two
// results. There is no accumulator, and the compiler refuses a function that captures one. The machine code is the same
// loop as the clause's.
#include <functional>

#include "blocks/parallel_reduce.hpp"
#include "contract/variant.hpp"

namespace reductions::partials_by_value {

// The elements of two arrays, in pairs.
template <Element T>
struct Pairs {
    struct Pair {
        T x;
        T y;
    };

    View<T> a;
    View<T> b;

    std::size_t size() const { return a.size(); }
    Pair operator[](std::size_t i) const { return {a[i], b[i]}; }
};

template <Element T>
Sum<T> partials_by_value(View<T> a, View<T> b) {
    const auto square = [](auto pair) { return squared_difference(pair.x, pair.y); };
    return static_cast<Sum<T>>(parallel_reduce(Pairs<T>{a, b}, Wrapping<T>{0}, square, std::plus<>{}));
}

extern const Entry entry = {
    .shows = "A reduction with values only: there is no accumulator that threads could share.",
    .depends_on = DependsOn::threads,
    .computation = [](auto a, auto b) { return partials_by_value(a, b); },
};

}  // namespace reductions::partials_by_value
