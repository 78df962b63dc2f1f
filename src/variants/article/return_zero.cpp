// WRONG ON PURPOSE: the article's superfast.
//
// It returns 0 without reading the arrays, in no time and without memory. A comparison of speeds that does not check
// the answers would rank it first.
// Words: docs/glossary.md.
#include "contract/variant.hpp"

namespace reductions::return_zero {

template <Element T>
Sum<T> return_zero(View<T>, View<T>) {
    return 0;
}

extern const Entry entry = {
    .shows = "Returns 0: nothing beats the speed of a wrong answer.",
    .article_name = "superfast",
    .misconception = "The fastest one is the best.",
    .expectation = Expectation::wrong,
    .computation = [](auto a, auto b) { return return_zero(a, b); },
};

}  // namespace reductions::return_zero
