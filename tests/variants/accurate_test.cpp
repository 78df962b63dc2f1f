// The accurate variants are as accurate as they say.
#include <cmath>
#include <limits>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"
#include "golden.hpp"
#include "judge/reference.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// Roots whose squares are hard to add: from the smallest to the largest that fit, with zeros between them.
template <std::floating_point T>
std::vector<T> wide_range() {
    std::vector<T> roots;
    constexpr int lowest = (std::numeric_limits<T>::min_exponent - std::numeric_limits<T>::digits) / 2;
    constexpr int highest = std::numeric_limits<T>::max_exponent / 2 - 8;
    for (int exponent = lowest; exponent < highest; ++exponent) {
        roots.push_back(std::ldexp(T{1} + std::numeric_limits<T>::epsilon() * static_cast<T>(exponent & 7), exponent));
        roots.push_back(0);
    }
    return roots;
}

template <std::floating_point T>
void check_exact(View<T> a, View<T> b) {
    INFO(a.size() << " elements of " << type_name<T>);
    CHECK(variant_named("exact_sum")(a, b) == reference(a, b).expected);
}

}  // namespace

TEST_CASE("numpy_pairwise equals np.sum, bit for bit", "[variants][accurate][golden]") {
    const ThreadCount asked{3};
    for (const GoldenCase& golden : golden_cases()) {
        INFO(golden.description());
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                CHECK(variant_named("numpy_pairwise")(arrays.a, arrays.b) == parse_expected<T>(golden.numpy));
            },
            arrays_of(golden));
    }
}

TEMPLATE_TEST_CASE("exact_sum is the exact sum correctly rounded, for every prefix of a wide range",
                   "[variants][accurate]", double, float) {
    const ThreadCount asked{2};
    const std::vector<TestType> roots = wide_range<TestType>();
    const std::vector<TestType> zeros(roots.size());
    for (std::size_t size = 0; size <= roots.size(); size += 3) {
        check_exact(View<TestType>{roots}.first(size), View<TestType>{zeros}.first(size));
        check_exact(View<TestType>{roots}.last(size), View<TestType>{zeros}.last(size));
    }
}

TEMPLATE_TEST_CASE("exact_sum rounds ties to even, and sums beyond the largest number to infinity",
                   "[variants][accurate]", double, float) {
    using Limits = std::numeric_limits<TestType>;
    const TestType tiny = std::ldexp(TestType{1}, -(Limits::digits + 1) / 2);
    const TestType huge = std::sqrt(Limits::max());
    const std::vector<std::vector<TestType>> cases = {{1, tiny, tiny},
                                                      {1, tiny},
                                                      {1, tiny, std::ldexp(TestType{1}, -60)},
                                                      {1, tiny, tiny, std::ldexp(TestType{1}, -60)},
                                                      {huge, huge, huge},
                                                      {3, 4}};
    for (const auto& roots : cases) {
        const std::vector<TestType> zeros(roots.size());
        check_exact(View<TestType>{roots}, View<TestType>{zeros});
    }
}

TEMPLATE_TEST_CASE("compensated sums are within one ulp if a plain loop is far off", "[variants][accurate]", double,
                   float) {
    const auto arrays = std::get<Arrays<TestType>>(random_arrays(type_name<TestType>, 1'000'003));
    const TestType exact = reference(arrays.a, arrays.b).expected;
    const TestType ulp = std::nextafter(exact, 2 * exact) - exact;
    const auto error = [&](std::string_view name) {
        return std::abs(variant_named(name)(arrays.a, arrays.b) - exact) / ulp;
    };
    CHECK(error("fused_loop") > 5);
    CHECK(error("neumaier") <= 1);
    CHECK(error("neumaier_in_lanes") <= 1);
}

TEMPLATE_TEST_CASE("compensated sums keep what a large first term would swallow", "[variants][accurate]", double,
                   float) {
    constexpr int digits = std::numeric_limits<TestType>::digits;
    std::vector<TestType> roots(1'000'003, 1);
    roots[0] = std::ldexp(TestType{1}, digits / 2 + 1);  // half an ulp of its square is more than 1
    const std::vector<TestType> zeros(roots.size());
    const View<TestType> a{roots};
    const View<TestType> b{zeros};
    const TestType exact = reference(a, b).expected;
    const TestType ulp = std::nextafter(exact, 2 * exact) - exact;
    const auto error = [&](std::string_view name) { return std::abs(variant_named(name)(a, b) - exact) / ulp; };
    CHECK(error("fused_loop") > 1000);
    CHECK(error("neumaier") <= 1);
    CHECK(error("neumaier_in_lanes") <= 1);
}

TEMPLATE_TEST_CASE("the right variants keep infinity and NaN", "[variants][accurate]", double, float) {
    using Limits = std::numeric_limits<TestType>;
    const std::vector<TestType> b(1000);
    const auto others = static_cast<TestType>(GENERATE(0, 1));
    for (const TestType special : {Limits::infinity(), Limits::max(), Limits::quiet_NaN()}) {
        std::vector<TestType> a(b.size(), others);
        a[777] = special;
        const auto right = reference(View<TestType>{a}, View<TestType>{b});
        for (const Variant* variant : right_variants()) {
            INFO(variant->name << " with " << special << " among " << others);
            CHECK(right.accepts((*variant)(View<TestType>{a}, View<TestType>{b})));
        }
    }
}

// What such an addition loses is minus infinity and not yet NaN, so a test for NaN does not notice it.
TEMPLATE_TEST_CASE("the right variants return infinity if only the last addition overflows", "[variants][accurate]",
                   double, float) {
    std::vector<TestType> a(20'000);
    const std::vector<TestType> b(a.size());
    a.front() = std::sqrt(std::numeric_limits<TestType>::max() / 2) * static_cast<TestType>(1.1);
    a.back() = a.front();
    const auto right = reference(View<TestType>{a}, View<TestType>{b});
    for (const Variant* variant : right_variants()) {
        INFO(variant->name);
        CHECK(right.accepts((*variant)(View<TestType>{a}, View<TestType>{b})));
    }
}
