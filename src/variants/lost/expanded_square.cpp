// WRONG ON PURPOSE: Σa² - 2Σab + Σb² instead of Σ(a - b)².
//
// On paper they are equal, and libraries for distances use the second form, because Σab is a product of matrices. Here
// the three sums are huge and nearly equal. Each is rounded at its own size, their difference cancels the leading
// digits, and rounding errors remain. For float64 the article's sum 359999964 keeps its magnitude at best; for float32
// the answer is often 0 or negative. int64 wraps around and is right. int32 is right if every square fits in 32 bits.
#include "contract/variant.hpp"

namespace reductions::expanded_square {

template <Element T>
Sum<T> expanded_square(View<T> a, View<T> b) {
    Wrapping<T> squares_of_a = 0;
    Wrapping<T> products = 0;
    Wrapping<T> squares_of_b = 0;
#pragma omp parallel for reduction(+ : squares_of_a, products, squares_of_b)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto x = static_cast<Wrapping<T>>(Sum<T>{a[i]});
        const auto y = static_cast<Wrapping<T>>(Sum<T>{b[i]});
        squares_of_a += x * x;
        products += x * y;
        squares_of_b += y * y;
    }
    return static_cast<Sum<T>>(squares_of_a - 2 * products + squares_of_b);
}

extern const Entry entry = {
    .shows = "The square expanded into three sums, whose difference cancels all the digits that matter.",
    .misconception = "a² - 2ab + b² is the same as (a - b)².",
    .expectation = Expectation::lossy,
    .computation = [](auto a, auto b) { return expanded_square(a, b); },
};

}  // namespace reductions::expanded_square
