// What at_the_limit takes, what it returns, and what it refuses: the types of terms, of elements, and of arrays.
#include "at_the_limit/at_the_limit.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "at_the_limit/sizes.hpp"
#include "catch.hpp"

using namespace reductions::testing;

TEST_CASE("at_the_limit adds integers of any type as int64", "[at_the_limit]") {
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        const auto count = static_cast<std::int64_t>(size);
        const std::vector<std::int32_t> x(size, -3);
        const auto check = [&](auto term, std::int64_t value) {
            const auto sum = at_the_limit::reduce([=](std::int32_t) { return term; }, x);
            STATIC_REQUIRE(std::is_same_v<decltype(sum), const std::int64_t>);
            CHECK(sum == count * value);
        };
        check(true, 1);
        check(static_cast<unsigned char>(200), 200);
        check(static_cast<short>(-30'000), -30'000);
        check(-2'000'000'000, -2'000'000'000);
        check(4'000'000'000U, 4'000'000'000);
        check(40'000'000'000L, 40'000'000'000);
        check(40'000'000'000ULL, 40'000'000'000);
        check(std::numeric_limits<std::uint64_t>::max(), -1);
        CHECK(at_the_limit::reduce([](std::int32_t v) { return v < 0; }, x) == count);
    }
}

TEST_CASE("at_the_limit adds floats in the type that the term returns", "[at_the_limit]") {
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        // 2^25 + 1 needs more digits than a float has.
        const std::vector<std::int32_t> integers(size, (1 << 25) + 1);
        const auto as_float = at_the_limit::reduce([](std::int32_t v) { return static_cast<float>(v); }, integers);
        STATIC_REQUIRE(std::is_same_v<decltype(as_float), const float>);
        CHECK(as_float == at_the_limit::sum(std::vector<float>(size, 1 << 25)));
        const auto as_double = at_the_limit::reduce([](std::int32_t v) { return v + 0.0; }, integers);
        STATIC_REQUIRE(std::is_same_v<decltype(as_double), const double>);
        CHECK(as_double == static_cast<double>(size) * ((1 << 25) + 1));

        const auto floats = inexact<float>(size);
        const auto widened = at_the_limit::reduce([](float v) { return static_cast<double>(v); }, floats);
        STATIC_REQUIRE(std::is_same_v<decltype(widened), const double>);
        CHECK(widened == at_the_limit::sum(std::vector<double>(floats.begin(), floats.end())));
        const auto truncated = at_the_limit::reduce([](float v) { return static_cast<int>(8 * v); }, floats);
        STATIC_REQUIRE(std::is_same_v<decltype(truncated), const std::int64_t>);
        CHECK(truncated == (size == 1 ? 8 : 8 + 4 + 2 + 2 + 1 + 1 + 1 + 1));
    }
}

TEST_CASE("at_the_limit reduces three arrays of different types", "[at_the_limit]") {
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        std::vector<double> x(size);
        std::vector<float> y(size);
        std::vector<short> z(size);
        double expected = 0;  // each sum of integers is exact
        for (std::size_t i = 0; i < size; ++i) {
            x[i] = static_cast<double>(i % 1'000);
            y[i] = static_cast<float>(i % 7);
            z[i] = static_cast<short>(i % 3);
            expected += x[i] * y[i] + z[i];
        }
        CHECK(at_the_limit::reduce([](double u, float v, short w) { return u * v + w; }, x, y, z) == expected);
    }
}

TEST_CASE("at_the_limit takes vectors, arrays, spans and strings", "[at_the_limit]") {
    const std::array<float, 3> array{1, 2, 3};
    const float plain[] = {4, 5, 6};
    CHECK(at_the_limit::sum(array) == 6);
    CHECK(at_the_limit::sum_of_squares(plain) == 77);
    CHECK(at_the_limit::dot(array, plain) == 32);
    CHECK(at_the_limit::squared_distance(std::vector<float>{0, 0, 0}, std::span{array}) == 14);
    CHECK(at_the_limit::reduce([](char letter) { return letter == 's'; }, std::string{"sums"}) == 2);
}

namespace {

template <typename... X>
concept HasSum = requires(const X&... x) {
    at_the_limit::sum(x...);
};
template <typename... X>
concept HasDot = requires(const X&... x) {
    at_the_limit::dot(x...);
};
template <typename Result>
concept CanReduce = requires(Result (*term)(double), const std::vector<double>& x) {
    at_the_limit::reduce(term, x);
};

}  // namespace

TEST_CASE("at_the_limit refuses types that it cannot add", "[at_the_limit]") {
    STATIC_REQUIRE(HasSum<std::vector<double>>);
    STATIC_REQUIRE_FALSE(HasSum<std::vector<short>>);
    STATIC_REQUIRE_FALSE(HasSum<std::vector<unsigned>>);
    STATIC_REQUIRE_FALSE(HasSum<std::vector<bool>>);
    STATIC_REQUIRE_FALSE(HasSum<std::vector<long double>>);
    STATIC_REQUIRE(HasDot<std::vector<float>, std::span<float>>);
    STATIC_REQUIRE_FALSE(HasDot<std::vector<float>, std::vector<double>>);
    STATIC_REQUIRE(CanReduce<bool>);
    STATIC_REQUIRE_FALSE(CanReduce<long double>);
    STATIC_REQUIRE_FALSE(CanReduce<std::string>);
    STATIC_REQUIRE_FALSE(CanReduce<void>);
}
