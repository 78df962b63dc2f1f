// A catalog of one variant that claims to be right and is not, for the tests of what happens then.
#include "ssd/catalog.hpp"

namespace ssd {
namespace {

template <Element T>
Sum<T> off_by_one(View<T> a, View<T> b) {
    Sum<T> total = 1;
    for (std::size_t i = 0; i < a.size(); ++i) total += static_cast<Sum<T>>(squared_difference(a[i], b[i]));
    return total;
}

}  // namespace

namespace variants {

extern const Variant off_by_one = {
    .name = "off_by_one",
    .chapter = "article",
    .shows = "A wrong answer that claims to be right.",
    .expectation = Expectation::right,
    .computation = [](auto a, auto b) { return ssd::off_by_one(a, b); },
};

}  // namespace variants

std::span<const Variant* const> catalog() {
    static constexpr const Variant* table[] = {&variants::off_by_one};
    return table;
}

std::span<const Variant* const> left_out() { return {}; }

}  // namespace ssd
