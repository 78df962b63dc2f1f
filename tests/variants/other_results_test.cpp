// The results that some variants compute beside the sum. The variants' files are compiled here again, because an entry
// returns the sum alone. CMake gives these copies other names.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"
#include "contract/threads.hpp"
#include "variants/clauses/largest_difference.cpp"
#include "variants/clauses/mean_and_variance.cpp"

using namespace reductions;

TEMPLATE_TEST_CASE("the largest squared difference is the first of its size", "[variants][results]", std::int64_t,
                   std::int32_t, double, float) {
    using T = TestType;
    const auto of = [](const std::vector<T>& a, const std::vector<T>& b) {
        return copy_of_largest_difference::copy_of_largest_difference(View<T>{a}, View<T>{b});
    };
    std::vector<T> a(10'007, T{5});
    std::vector<T> b(a.size(), T{3});
    for (const std::size_t threads : {1U, 2U, 3U, 7U}) {
        set_thread_count(threads);
        INFO(threads << " threads");
        CHECK(of(a, b).largest.square == 4);
        CHECK(of(a, b).largest.place == 0);  // all are equal
        CHECK(of(a, b).sum == 4 * 10'007);
    }
    a[9'000] = T{13};
    a[6'001] = T{13};
    b[6'002] = T{15};
    for (const std::size_t threads : {1U, 2U, 3U, 7U}) {
        set_thread_count(threads);
        INFO(threads << " threads");
        CHECK(of(a, b).largest.square == 100);
        CHECK(of(a, b).largest.place == 6'001);
    }
    CHECK(of({}, {}).sum == 0);
    CHECK(of({}, {}).largest.place == std::numeric_limits<std::size_t>::max());
}

TEMPLATE_TEST_CASE("mean and variance are those of two passes", "[variants][results]", std::int64_t, std::int32_t,
                   double, float) {
    using T = TestType;
    // With an offset as large as this, a difference of two sums would lose the variance.
    std::vector<T> a(10'007);
    std::vector<T> b(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<T>(1'000'000 + i % 10);
        b[i] = static_cast<T>(i % 3);
    }
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i] - b[i]);
    const double mean = sum / static_cast<double>(a.size());
    double distance = 0;
    for (std::size_t i = 0; i < a.size(); ++i) distance += std::pow(static_cast<double>(a[i] - b[i]) - mean, 2);
    const double variance = distance / static_cast<double>(a.size());
    for (const std::size_t threads : {1U, 2U, 3U, 16U}) {
        set_thread_count(threads);
        INFO(threads << " threads");
        const auto moments = copy_of_mean_and_variance::copy_of_mean_and_variance(View<T>{a}, View<T>{b});
        CHECK(std::abs(moments.mean - mean) < 1e-12 * mean);
        CHECK(std::abs(moments.variance() - variance) < 1e-9 * variance);
    }
    // Fewer elements than threads: parts without an element take part in the merge.
    set_thread_count(16);
    const std::vector<T> few = {T{1}, T{4}};
    const std::vector<T> zeros(2);
    const auto moments = copy_of_mean_and_variance::copy_of_mean_and_variance(View<T>{few}, View<T>{zeros});
    CHECK(moments.mean == 2.5);
    CHECK(moments.variance() == 2.25);
}
