// Empty arrays, infinities, NaNs, overflow, subnormal numbers, -0, and integers that wrap.
#include "at_the_limit/at_the_limit.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "at_the_limit/sizes.hpp"
#include "catch.hpp"
#include "judge/reference.hpp"

using namespace reductions::testing;

namespace {

// Numbers of the whole range of T.
template <std::integral T>
std::vector<T> large(std::size_t size, std::uint64_t factor) {
    std::vector<T> x(size);
    for (std::size_t i = 0; i < size; ++i) x[i] = static_cast<T>((i + 1) * factor >> (64 - 8 * sizeof(T)));
    return x;
}

}  // namespace

TEMPLATE_TEST_CASE("at_the_limit's sums of empty arrays are 0", "[at_the_limit]", std::int64_t, std::int32_t, double,
                   float) {
    const std::vector<TestType> empty;
    CHECK(at_the_limit::sum(empty) == 0);
    CHECK(at_the_limit::sum_of_squares(empty) == 0);
    CHECK(at_the_limit::dot(empty, empty) == 0);
    CHECK(at_the_limit::squared_distance(empty, std::span<const TestType>{}) == 0);
    CHECK(at_the_limit::reduce([](auto x, auto, auto) { return x; }, empty, empty, empty) == 0);
}

TEMPLATE_TEST_CASE("at_the_limit adds infinities and NaNs as a loop does", "[at_the_limit]", double, float) {
    constexpr TestType infinity = std::numeric_limits<TestType>::infinity();
    for (const std::size_t size : sizes) {
        for (const std::size_t place : {std::size_t{0}, size / 2, size - 1}) {
            INFO("element " << place << " of " << size);
            std::vector<TestType> x(size, 1);
            x[place] = infinity;
            CHECK(at_the_limit::sum(x) == infinity);
            CHECK(at_the_limit::squared_distance(x, std::vector<TestType>(size, 1)) == infinity);
            CHECK(std::isnan(at_the_limit::squared_distance(x, x)));
            x[place] = -infinity;
            CHECK(at_the_limit::sum(x) == -infinity);
            x[place] = std::numeric_limits<TestType>::quiet_NaN();
            CHECK(std::isnan(at_the_limit::sum(x)));
            x[size - 1] = infinity;
            x[0] = -infinity;
            CHECK(std::isnan(at_the_limit::sum(x)) == (size > 1));
        }
    }
}

TEMPLATE_TEST_CASE("at_the_limit's sums overflow to infinity", "[at_the_limit]", double, float) {
    constexpr TestType infinity = std::numeric_limits<TestType>::infinity();
    constexpr TestType most = std::numeric_limits<TestType>::max();
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        const std::vector<TestType> x(size, most);
        const std::vector<TestType> lowest(size, -most);
        CHECK(at_the_limit::sum(x) == (size == 1 ? most : infinity));
        CHECK(at_the_limit::sum(lowest) == (size == 1 ? -most : -infinity));
        CHECK(at_the_limit::sum_of_squares(x) == infinity);
        CHECK(at_the_limit::dot(x, lowest) == -infinity);
        CHECK(at_the_limit::squared_distance(x, lowest) == infinity);
    }
}

TEMPLATE_TEST_CASE("at_the_limit keeps subnormal numbers", "[at_the_limit]", double, float) {
    constexpr TestType least = std::numeric_limits<TestType>::denorm_min();
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        const TestType sum = at_the_limit::sum(std::vector<TestType>(size, least));
        CHECK(sum == static_cast<TestType>(size) * least);
        CHECK(sum > 0);
    }
}

TEMPLATE_TEST_CASE("no sum of at_the_limit is -0", "[at_the_limit]", double, float) {
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        const std::vector<TestType> zeros(size, -TestType{0}), ones(size, 1);
        for (const TestType sum : {at_the_limit::sum(zeros), at_the_limit::dot(zeros, ones)}) {
            CHECK(sum == 0);
            CHECK_FALSE(std::signbit(sum));
        }
    }
    CHECK_FALSE(std::signbit(at_the_limit::sum(std::vector<TestType>{})));
}

TEMPLATE_TEST_CASE("at_the_limit's integers wrap as NumPy's do", "[at_the_limit]", std::int64_t, std::int32_t) {
    using T = TestType;
    using Wrapping = reductions::WrappingElement<T>;
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        const auto x = large<T>(size, 0x9e37'79b9'7f4a'7c15);
        const auto y = large<T>(size, 0xbf58'476d'1ce4'e5b9);
        std::uint64_t sum = 0, sum_of_squares = 0, dot = 0;
        const auto product = [](T v, T w) {
            return static_cast<std::uint64_t>(static_cast<T>(static_cast<Wrapping>(v) * static_cast<Wrapping>(w)));
        };
        for (std::size_t i = 0; i < size; ++i) {
            sum += static_cast<std::uint64_t>(x[i]);
            sum_of_squares += product(x[i], x[i]);
            dot += product(x[i], y[i]);
        }
        CHECK(at_the_limit::sum(x) == static_cast<std::int64_t>(sum));
        CHECK(at_the_limit::sum_of_squares(x) == static_cast<std::int64_t>(sum_of_squares));
        CHECK(at_the_limit::dot(x, y) == static_cast<std::int64_t>(dot));
        CHECK(at_the_limit::squared_distance(x, y) == reductions::reference<T>(x, y).expected);
    }
    constexpr T most = std::numeric_limits<T>::max(), least = std::numeric_limits<T>::min();
    for (const std::size_t size : sizes) {
        INFO(size << " elements");
        const std::vector<T> highest(size, most), lowest(size, least);
        CHECK(at_the_limit::squared_distance(highest, lowest) == static_cast<std::int64_t>(size));
        CHECK(at_the_limit::sum_of_squares(lowest) == 0);
        CHECK(at_the_limit::sum(lowest) == static_cast<std::int64_t>(size * static_cast<std::uint64_t>(least)));
    }
}
