// The confidence interval of a ratio of times.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "catch.hpp"
#include "grader/speed_check.hpp"

using namespace reductions;

TEST_CASE("fewer than six rounds give no interval", "[grader]") {
    for (std::size_t n = 0; n < 6; ++n) {
        const std::vector<double> ones(n, 1);
        const Interval interval = median_ratio_interval(ones, ones);
        CHECK(interval.low == 0);
        CHECK(std::isinf(interval.high));
    }
}

TEST_CASE("fewer than eleven rounds give no interval for 99.9 %", "[grader]") {
    const std::vector<double> ten(10, 1);
    const std::vector<double> eleven(11, 1);
    CHECK(median_ratio_interval(ten, ten, 0.999).low == 0);
    CHECK(median_ratio_interval(eleven, eleven, 0.999).low == 1);
}

// The ranks are those of tables for the sign test and for the median's interval.
TEST_CASE("the interval's ends are known order statistics", "[grader]") {
    struct Row {
        int n;
        int low;
        int high;
    };
    std::mt19937 random{1};
    for (const auto& [n, low, high] :
         {Row{6, 1, 6}, Row{7, 1, 7}, Row{8, 1, 8}, Row{9, 2, 8}, Row{10, 2, 9}, Row{11, 2, 10}, Row{12, 3, 10},
          Row{15, 4, 12}, Row{20, 6, 15}, Row{25, 8, 18}, Row{30, 10, 21}, Row{50, 18, 33}, Row{100, 40, 61}}) {
        INFO(n);
        std::vector<double> x(static_cast<std::size_t>(n));
        std::iota(x.begin(), x.end(), 1.0);
        std::shuffle(x.begin(), x.end(), random);
        const Interval interval = median_ratio_interval(x, std::vector<double>(x.size(), 1));
        CHECK(interval.low == low);
        CHECK(interval.high == high);
    }
}

TEST_CASE("the ratios are those of the same round", "[grader]") {
    const Interval interval = median_ratio_interval({2, 40, 6, 80, 10, 120}, {1, 10, 2, 10, 2, 8});
    CHECK(interval.low == 2);
    CHECK(interval.high == 15);
}

TEST_CASE("95 % of the intervals contain the median", "[grader]") {
    std::mt19937_64 random{7};
    std::exponential_distribution<double> time;
    for (const std::size_t n : {std::size_t{6}, std::size_t{20}, std::size_t{180}}) {
        int covered = 0;
        constexpr int trials = 4000;
        for (int trial = 0; trial < trials; ++trial) {
            std::vector<double> x(n);
            for (double& value : x) value = time(random);
            const auto [low, high] = median_ratio_interval(x, std::vector<double>(n, 1));
            if (low <= std::log(2.0) && std::log(2.0) <= high) ++covered;
        }
        CHECK(covered > 0.94 * trials);
        CHECK(covered < 0.98 * trials);
    }
}
