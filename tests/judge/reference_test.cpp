// The judge accepts NumPy's answers, and refuses the wrong answers that the most common mistakes give.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "arrays/article.hpp"
#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "blocks/tree_sum.hpp"
#include "catch.hpp"
#include "golden.hpp"
#include "judge/reference.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// The reference for arrays whose differences are these roots.
template <std::floating_point T>
Reference<T> reference_of_squares(const std::vector<T>& roots) {
    const std::vector<T> zeros(roots.size());
    return reference(View<T>{roots}, View<T>{zeros});
}

// The answer of a variant that adds from the first element to the last and rounds after each addition.
template <Element T>
Sum<T> plain_sum(View<T> a, View<T> b) {
    return static_cast<Sum<T>>(fused_sum(a, b));
}

}  // namespace

TEST_CASE("the reference is NumPy's answer", "[judge][golden]") {
    for (const GoldenCase& golden : golden_cases()) {
        INFO(golden.description());
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                CHECK(reference(arrays.a, arrays.b).expected == parse_expected<T>(golden.expected));
            },
            arrays_of(golden));
    }
}

TEMPLATE_TEST_CASE("an answer off by one is refused", "[judge]", std::int64_t, std::int32_t, double) {
    const auto arrays = article<TestType>(article_size);
    const Reference<TestType> right = reference(arrays.a, arrays.b);
    CHECK(right.accepts(359'999'964));
    CHECK(!right.accepts(359'999'963));
    CHECK(!right.accepts(359'999'965));
}

TEMPLATE_TEST_CASE("a dropped tail is refused", "[judge]", std::int64_t, std::int32_t, double) {
    const auto arrays = article<TestType>(article_size);
    const Reference<TestType> right = reference(arrays.a, arrays.b);
    CHECK(!right.accepts(plain_sum(arrays.a.first(article_size - 1), arrays.b.first(article_size - 1))));
}

TEMPLATE_TEST_CASE("a dropped chunk is refused", "[judge]", std::int64_t, std::int32_t, double) {
    const auto arrays = article<TestType>(article_size);
    const Reference<TestType> right = reference(arrays.a, arrays.b);
    const Chunk last = Chunks::as_in_the_article(article_size)[98];
    CHECK(!right.accepts(plain_sum(arrays.a.first(last.begin), arrays.b.first(last.begin))));
}

TEST_CASE("in float32, half of the article's sum is refused, and every order of additions is accepted", "[judge]") {
    const auto arrays = article<float>(article_size);
    const Reference<float> right = reference(arrays.a, arrays.b);
    CHECK(right.accepts(359'999'968.0F));  // NumPy's, pairwise
    CHECK(right.accepts(plain_sum(arrays.a, arrays.b)));
    CHECK(right.accepts(plain_sum(arrays.b, arrays.a)));
    const std::size_t half = article_size / 2;
    CHECK(!right.accepts(plain_sum(arrays.a.first(half), arrays.b.first(half))));
    CHECK(!right.accepts(180'000'000.0F));  // the same half, summed more accurately
}

TEST_CASE("in float32 a lost half can be within rounding, and is never called right", "[judge]") {
    // The squares are equal, and their additions round up. So half of them make more than half of the sum.
    const std::vector<float> roots(article_size, 1.58333325F);
    const std::vector<float> zeros(article_size);
    const auto right = reference(View<float>{roots}, View<float>{zeros});
    const std::size_t half = article_size / 2;
    const float sum = plain_sum(View<float>{roots}.first(half), View<float>{zeros}.first(half));
    CHECK(right.accepts(sum));
    CHECK(right.verdict(sum) == Verdict::within_rounding);
}

TEST_CASE("on the article's arrays in float32, a right sum can have the bits of one that lost a slice of 16",
          "[judge]") {
    const auto arrays = article<float>(article_size);
    const auto tree = [&](std::size_t from, std::size_t to) {
        std::vector<float> terms(to - from, 36.0F);
        return sum_of_tree(std::span{terms});
    };
    const Chunk lost = Chunks{article_size, 16}[0];
    const std::size_t looped = 7'489'139;
    const float lossy = tree(lost.length, article_size);
    const float right_order = plain_sum(arrays.a.first(looped), arrays.b.first(looped)) + tree(looped, article_size);
    CHECK(lossy == right_order);
    CHECK(reference(arrays.a, arrays.b).verdict(lossy) == Verdict::within_rounding);
}

TEMPLATE_TEST_CASE("an answer that lost or repeated the smallest share is not proven right", "[judge]", double, float) {
    // The squares increase, so the first of 64 shares is the smallest.
    constexpr std::size_t size = 6400;
    std::vector<TestType> roots;
    for (std::size_t i = 0; i < size; ++i) roots.push_back(std::sqrt(TestType(i) + TestType{6400.1F}));
    const auto right = reference_of_squares(roots);
    double share = 0;
    for (std::size_t i = 0; i < size / 64; ++i) share += std::pow(static_cast<double>(roots[i]), 2);
    const double sum = right.expected;
    CHECK(right.decides());
    CHECK(right.verdict(right.expected) == Verdict::right);
    CHECK(right.verdict(static_cast<TestType>(sum - share)) != Verdict::right);
    CHECK(right.verdict(static_cast<TestType>(sum + share)) != Verdict::right);
    // The interval of docs/judging.md, computed independently.
    const double nu = size * static_cast<double>(std::numeric_limits<TestType>::epsilon()) / 2;
    const double ulp = std::nextafter(right.expected, 2 * right.expected) - right.expected;
    const double known_to = 20 * ulp + 2 * size * std::numeric_limits<double>::epsilon() * share;
    CHECK(std::abs(right.proven_low - (sum - share) * (1 + nu)) <= known_to);
    CHECK(std::abs(right.proven_high - (sum + share) * (1 - 1.5 * nu)) <= known_to);
}

TEST_CASE("if a share is zero, no answer that may be rounded is proven", "[judge]") {
    std::vector<double> roots(1000, 0.1);
    std::fill(roots.begin() + 500, roots.end(), 0.0);
    CHECK(!reference_of_squares(roots).decides());
}

TEST_CASE("the sum of int32 squares accumulated in int32 is refused", "[judge]") {
    const std::vector<std::int32_t> a(1000, 40'000);
    const std::vector<std::int32_t> b(1000, 0);
    const Reference<std::int32_t> right = reference(View<std::int32_t>{a}, View<std::int32_t>{b});
    CHECK(right.accepts(1'600'000'000'000));
    CHECK(!right.accepts(static_cast<std::int32_t>(static_cast<std::uint32_t>(1'600'000'000'000))));
}

TEST_CASE("integers wrap as NumPy's do", "[judge]") {
    using Limits = std::numeric_limits<std::int64_t>;
    const std::vector<std::int64_t> a = {Limits::min(), 3'037'000'500};  // the second square is above 2^63
    const std::vector<std::int64_t> b = {1, 0};
    const auto right = reference(View<std::int64_t>{a}, View<std::int64_t>{b});
    CHECK(right.expected == 1 + static_cast<std::int64_t>(9'223'372'037'000'250'000ULL));
}

TEMPLATE_TEST_CASE("a float answer just beyond the bound is refused", "[judge]", double, float) {
    // 2000 squares of different sizes. Some are squares of the rounded 1/3, so the sum is not exact.
    std::vector<TestType> roots;
    for (int i = 1; i <= 2000; ++i) roots.push_back(TestType{1} / static_cast<TestType>(i % 7 + 3));
    const auto right = reference_of_squares(roots);
    const double u = std::numeric_limits<TestType>::epsilon() / 2;
    const double n = 2000;
    const double sum = right.expected;
    const double largest = static_cast<double>(TestType{1} / 3) * static_cast<double>(TestType{1} / 3);
    // The bounds of docs/judging.md, computed independently.
    const double width = std::min((n - 1) * u * sum, u * (1 + (n - 1) * u) * sum * (n + 1 - sum / (2 * largest)));
    const double ulp = std::nextafter(right.expected, TestType{2} * right.expected) - right.expected;
    CHECK(std::abs(right.low - (sum - width)) <= 2 * ulp);
    CHECK(std::abs(right.high - (sum + width)) <= 2 * ulp);
    CHECK(right.accepts(right.low));
    CHECK(right.accepts(right.high));
    CHECK(!right.accepts(std::nextafter(right.low, TestType{0})));
    CHECK(!right.accepts(std::nextafter(right.high, std::numeric_limits<TestType>::infinity())));
}

TEMPLATE_TEST_CASE("if no order of additions rounds, only one answer is right", "[judge]", double, float) {
    const auto right = reference_of_squares<TestType>({3, 4, 12, 84});
    CHECK(right.accepts(TestType{7225}));
    CHECK(!right.accepts(std::nextafter(TestType{7225}, TestType{0})));
    CHECK(!right.accepts(std::nextafter(TestType{7225}, TestType{10'000})));
}

TEMPLATE_TEST_CASE("a square that is not finite makes the sum infinite or NaN", "[judge]", double, float) {
    using Limits = std::numeric_limits<TestType>;
    const auto infinite = reference_of_squares<TestType>({1, Limits::max(), 2});
    CHECK(infinite.accepts(Limits::infinity()));
    CHECK(!infinite.accepts(5));
    CHECK(!infinite.accepts(Limits::quiet_NaN()));
    const auto undefined = reference_of_squares<TestType>({1, Limits::quiet_NaN(), 2});
    CHECK(undefined.accepts(Limits::quiet_NaN()));
    CHECK(!undefined.accepts(5));
    CHECK(!reference_of_squares<TestType>({1, 2}).accepts(Limits::quiet_NaN()));
}

TEST_CASE("a sum of finite squares beyond the largest float may be infinite", "[judge]") {
    const std::vector<float> roots(100, 1.8e19F);
    const auto right = reference_of_squares(roots);
    CHECK(right.accepts(std::numeric_limits<float>::infinity()));
    CHECK(!right.accepts(1e37F));
}

TEST_CASE("the sum of empty arrays is 0", "[judge]") {
    CHECK(reference(View<double>{}, View<double>{}).accepts(0));
    CHECK(!reference(View<double>{}, View<double>{}).accepts(1e-300));
    CHECK(reference(View<std::int64_t>{}, View<std::int64_t>{}).accepts(0));
}
