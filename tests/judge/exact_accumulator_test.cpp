// Compares the exact sum with sums that are known in other ways.
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"
#include "judge/exact_accumulator.hpp"

using reductions::ExactAccumulator;

namespace {

using DoubleLimits = std::numeric_limits<double>;

ExactAccumulator sum_of(const std::vector<double>& terms) {
    ExactAccumulator sum;
    for (const double term : terms) sum.add(term);
    return sum;
}

}  // namespace

TEST_CASE("one number is its own exact sum", "[exact]") {
    for (const double number :
         {0.0, 1.0, 0.1, 359999964.0, DoubleLimits::max(), DoubleLimits::min(), DoubleLimits::denorm_min(),
          DoubleLimits::min() - DoubleLimits::denorm_min(), std::nextafter(1.0, 2.0), 0x1.fffffffffffffp-1}) {
        CHECK(sum_of({number}).rounded() == number);
    }
}

TEST_CASE("the exact sum is rounded once, ties to even", "[exact]") {
    const double half_ulp = DoubleLimits::epsilon() / 2;
    CHECK(sum_of({1, half_ulp}).rounded() == 1);  // a tie, to even: down
    CHECK(sum_of({1 + DoubleLimits::epsilon(), half_ulp}).rounded() ==
          1 + 2 * DoubleLimits::epsilon());  // a tie, to even: up
    CHECK(sum_of({1, half_ulp, DoubleLimits::denorm_min()}).rounded() ==
          1 + DoubleLimits::epsilon());  // just above the tie
    CHECK(sum_of({DoubleLimits::denorm_min(), 1, half_ulp}).rounded() == 1 + DoubleLimits::epsilon());
}

TEST_CASE("the exact sum keeps terms that a plain loop would lose", "[exact]") {
    ExactAccumulator sum;
    sum.add(0x1p100);
    for (int i = 0; i < 1 << 20; ++i) sum.add(0x1p28);  // each far below half an ulp of the first
    CHECK(sum.rounded() == 0x1p100 + 0x1p48);
}

TEST_CASE("a sum beyond the largest double is infinite", "[exact]") {
    CHECK(sum_of({DoubleLimits::max(), DoubleLimits::max()}).rounded() == DoubleLimits::infinity());
    CHECK(sum_of({DoubleLimits::max(), std::ldexp(1.0, 969)}).rounded() == DoubleLimits::max());  // below half an ulp
    CHECK(sum_of({DoubleLimits::max(), std::ldexp(1.0, 970)}).rounded() ==
          DoubleLimits::infinity());  // half an ulp, to even
}

TEST_CASE("the exact sum of whole numbers equals that of 128-bit arithmetic", "[exact]") {
    std::mt19937_64 generator{7};
    ExactAccumulator sum;
    __extension__ unsigned __int128 expected = 0;
    for (int i = 0; i < 100'000; ++i) {
        const std::uint64_t whole = generator() >> (11 + generator() % 40);  // at most 53 bits
        sum.add(static_cast<double>(whole));
        expected += whole;
    }
    CHECK(sum.rounded() == static_cast<double>(expected));
}

TEST_CASE("the common exponent is that of the finest term", "[exact]") {
    CHECK(sum_of({4, 12, 0}).common_exponent() == 2);
    CHECK(sum_of({4, 0.5}).common_exponent() == -1);
    CHECK(sum_of({DoubleLimits::denorm_min()}).common_exponent() == -1074);
}
