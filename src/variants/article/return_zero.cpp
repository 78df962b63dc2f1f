// WRONG ON PURPOSE: the article's superfast.
//
// It returns 0, in no time and no memory. A comparison of speeds that does not check the answers would put it first.
#include "ssd/variant.hpp"

namespace ssd {
namespace {

template <Element T>
Sum<T> return_zero(View<T>, View<T>) {
    return 0;
}

}  // namespace

namespace variants {

extern const Variant return_zero = {
    .name = "return_zero",
    .chapter = "article",
    .article_name = "superfast",
    .shows = "Returns 0: nothing beats the speed of a wrong answer.",
    .expectation = Expectation::wrong,
    .computation = [](auto a, auto b) { return ssd::return_zero(a, b); },
};

}  // namespace variants
}  // namespace ssd
