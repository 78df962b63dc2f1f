// Compares every right variant with the exact reference on random arrays of every awkward length: no elements, one
// element, around the boundaries of chunks. The arrays may begin at any element of a buffer.
#include <array>
#include <cstdint>
#include <limits>
#include <random>

#include "catch.hpp"
#include "judge/reference.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// None, few, around powers of two, what a core's own cache holds, and around the boundaries of the article's chunks.
constexpr std::array<std::size_t, 24> lengths = {
    0,    1,    2,      3,      7,       8,       9,       63,      64,      65,      1000,    8191,
    8192, 8193, 20'011, 99'999, 100'000, 100'001, 199'999, 200'000, 200'001, 299'999, 300'000, 300'001};

template <Element T>
std::vector<T> random_elements(std::size_t size, std::mt19937_64& generator) {
    std::vector<T> values(size);
    for (T& value : values) {
        if constexpr (std::integral<T>) {
            value = std::uniform_int_distribution<T>{std::numeric_limits<T>::min()}(generator);
        } else {
            value = std::uniform_real_distribution<T>{-1, 1}(generator);
        }
    }
    return values;
}

template <Element T>
void check_all(View<T> a, View<T> b) {
    const Reference<T> right = reference(a, b);
    for (const Variant* variant : right_variants()) {
        INFO(variant->name << " on " << a.size() << " elements of " << type_name<T>);
        const Sum<T> answer = (*variant)(a, b);
        INFO("answer " << answer << ", right from " << right.low << " to " << right.high);
        CHECK(right.accepts(answer));
    }
}

}  // namespace

TEMPLATE_TEST_CASE("the right variants are right at every awkward length", "[variants]", std::int64_t, std::int32_t,
                   double, float) {
    std::mt19937_64 generator{20240229};
    const auto a = random_elements<TestType>(300'001, generator);
    const auto b = random_elements<TestType>(300'001, generator);
    const std::size_t threads = GENERATE(as<std::size_t>{}, 1, 2, 5);
    const ThreadCount asked{threads};
    for (const std::size_t size : lengths) {
        check_all(View<TestType>{a}.first(size), View<TestType>{b}.first(size));
    }
}

TEMPLATE_TEST_CASE("the right variants are right on views that begin anywhere", "[variants]", std::int64_t,
                   std::int32_t, double, float) {
    std::mt19937_64 generator{20240301};
    const auto a = random_elements<TestType>(1100, generator);
    const auto b = random_elements<TestType>(1100, generator);
    const ThreadCount asked{3};
    for (std::size_t offset_a = 0; offset_a < 17; ++offset_a) {
        for (std::size_t offset_b = 0; offset_b < 17; offset_b += 5) {
            check_all(View<TestType>{a}.subspan(offset_a, 1001), View<TestType>{b}.subspan(offset_b, 1001));
        }
    }
}
