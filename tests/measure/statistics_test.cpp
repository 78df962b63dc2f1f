// Medians, spreads and confidence intervals of rates.
#include "measure/statistics.hpp"
#include "catch.hpp"

using namespace reductions;

TEST_CASE("the median is the middle value, whatever the order", "[statistics]") {
    CHECK(median({3}) == 3);
    CHECK(median({5, 1, 3}) == 3);
    CHECK(median({4, 1, 3, 100}) == 3.5);
}

TEST_CASE("the median ratio divides values that were measured together", "[statistics]") {
    CHECK(median_ratio({2, 30, 4}, {1, 10, 4}) == 2);
    CHECK(median_ratio({1, 10}, {4, 8}) == 0.75);
}

TEST_CASE("the spread is the median distance from the median, and no outlier moves it", "[statistics]") {
    CHECK(spread({3}) == 0);
    CHECK(spread({1, 2, 3, 4, 5}) == 1);
    CHECK(spread({1, 2, 3, 4, 1000}) == 1);
}

TEST_CASE("Wilson's interval of a rate", "[statistics]") {
    // Computed by hand from Wilson's formula with z = 1.959964.
    const auto is = [](Interval interval, double low, double high) {
        return std::abs(interval.low - low) < 0.0001 && std::abs(interval.high - high) < 0.0001;
    };
    CHECK(is(wilson_interval(0, 10), 0, 0.2775));
    CHECK(is(wilson_interval(5, 10), 0.2366, 0.7634));
    CHECK(is(wilson_interval(10, 10), 0.7225, 1));
    CHECK(is(wilson_interval(0, 1000), 0, 0.0038));
}
