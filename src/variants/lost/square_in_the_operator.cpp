// WRONG ON PURPOSE: std::reduce with an operator that squares its second argument.
//
// Both arguments of a reduction's operator may be partial sums, so the operator must be associative and commutative
// ([reduce]). This one squares its second argument. Where that is a partial sum, or where an element is the first
// argument, the answer is wrong. std::accumulate goes from left to right, so it would be right. libstdc++ takes four
// elements at a time, so this is wrong even on one thread. The square belongs in a transformation:
// std_transform_reduce.cpp.
#include <numeric>
#include <vector>

#include "contract/variant.hpp"

namespace reductions::square_in_the_operator {

template <Element T>
Sum<T> square_in_the_operator(View<T> a, View<T> b) {
    std::vector<Wrapping<T>> differences(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        differences[i] = static_cast<Wrapping<T>>(Sum<T>{difference(a[i], b[i])});
    const auto add_square = [](Wrapping<T> sum, Wrapping<T> value) { return sum + value * value; };
    return static_cast<Sum<T>>(std::reduce(differences.begin(), differences.end(), Wrapping<T>{0}, add_square));
}

extern const Entry entry = {
    .shows = "std::reduce with a square in the operator, which is then applied to partial sums too.",
    .misconception = "The operator gets the sum on its left and an element on its right.",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return square_in_the_operator(a, b); },
};

}  // namespace reductions::square_in_the_operator
