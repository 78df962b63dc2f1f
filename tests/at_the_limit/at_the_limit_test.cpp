// at_the_limit: exceptions, calls from several threads at once, special values, the types of elements and terms.
// same_bits.sh and specification.py test the order of the additions.
#include "at_the_limit/at_the_limit.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <exception>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "catch.hpp"
#include "judge/reference.hpp"
#include "variants/right_variants.hpp"

using reductions::testing::ThreadCount;

namespace {

// One row, several rows, a block, several blocks for one thread, and blocks for a team. Odd lengths have a tail.
constexpr std::size_t sizes[] = {1, 8, 101, 1'000, 16'896, 30'011, 100'003};
constexpr std::size_t more_than_one_thread = 100'003;

// Numbers whose sum depends on the order of the additions.
template <std::floating_point T>
std::vector<T> inexact(std::size_t size) {
    std::vector<T> x(size);
    for (std::size_t i = 0; i < size; ++i) x[i] = T{1} / static_cast<T>(i + 1);
    return x;
}

// Numbers of the whole range of T.
template <std::integral T>
std::vector<T> large(std::size_t size, std::uint64_t factor) {
    std::vector<T> x(size);
    for (std::size_t i = 0; i < size; ++i) x[i] = static_cast<T>((i + 1) * factor >> (64 - 8 * sizeof(T)));
    return x;
}

double positive(double x) {
    if (x <= 0) throw std::range_error{"not positive: " + std::to_string(x)};
    return x;
}

}  // namespace

TEST_CASE("a term that throws ends the program", "[at_the_limit]") {
    constexpr int terminated = 42;
    for (const std::size_t size : {std::size_t{1}, std::size_t{1'000}, std::size_t{30'011}}) {
        INFO(size << " elements");
        const std::vector<double> x(size, 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            std::set_terminate([] { _exit(terminated); });
            try {
                at_the_limit::reduce(positive, x);
            } catch (const std::range_error&) {  // must not arrive here
            }
            _exit(0);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK((WIFEXITED(status) && WEXITSTATUS(status) == terminated));
    }
}

TEST_CASE("at_the_limit gives the same bits inside a parallel region", "[at_the_limit][team]") {
    const auto x = inexact<double>(more_than_one_thread);
    const double outside = at_the_limit::sum(x);
    const int levels = omp_get_max_active_levels();
    omp_set_max_active_levels(GENERATE(1, 2));
    std::vector<double> inside(4);
#pragma omp parallel for schedule(static, 1) num_threads(4)
    for (double& sum : inside) sum = at_the_limit::sum(x);
    omp_set_max_active_levels(levels);
    CHECK(inside == std::vector<double>(4, outside));
}

TEST_CASE("at_the_limit may be called by several threads at once", "[at_the_limit]") {
    constexpr std::size_t count = 4;
    std::vector<std::vector<double>> arrays;
    std::vector<double> expected;
    for (std::size_t i = 0; i < count; ++i) {
        arrays.push_back(inexact<double>(more_than_one_thread + i * 20'000));
        expected.push_back(at_the_limit::sum_of_squares(arrays[i]));
    }
    for (int run = 0; run < 5; ++run) {
        std::vector<double> sums(count);
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] { sums[i] = at_the_limit::sum_of_squares(arrays[i]); });
        }
        for (auto& thread : threads) thread.join();
        CHECK(sums == expected);
    }
}

TEST_CASE("at_the_limit refuses arrays of different lengths", "[at_the_limit]") {
    const std::vector<double> three(3), two(2);
    const std::string message = "at_the_limit: an array of 3 elements and one of 2; all must have the same length";
    CHECK_THROWS_WITH(at_the_limit::dot(three, two), message);
    CHECK_THROWS_WITH(at_the_limit::squared_distance(three, two), message);
    const auto term = [](double x, double, double) { return x; };
    CHECK_THROWS_WITH(at_the_limit::reduce(term, three, two, three), message);
    CHECK_THROWS_WITH(at_the_limit::reduce(term, three, three, two), message);
    CHECK_THROWS_AS(at_the_limit::dot(three, std::vector<double>{}), std::invalid_argument);
}

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
