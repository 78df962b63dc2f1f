// Medians and spreads.
#include "measure/statistics.hpp"
#include "catch.hpp"

using namespace ssd;

TEST_CASE("the median is the middle value, whatever the order", "[statistics]") {
    CHECK(median({3}) == 3);
    CHECK(median({5, 1, 3}) == 3);
    CHECK(median({4, 1, 3, 100}) == 3.5);
}

TEST_CASE("the spread is the median distance from the median, and no outlier moves it", "[statistics]") {
    CHECK(spread({3}) == 0);
    CHECK(spread({1, 2, 3, 4, 5}) == 1);
    CHECK(spread({1, 2, 3, 4, 1000}) == 1);
}
