// The tally counts wrong runs and keeps their answers.
#include <cmath>
#include <cstdint>

#include "catch.hpp"
#include "judge/tally.hpp"

using namespace reductions;

TEST_CASE("distinct wrong answers are kept once, in the order in which they came", "[tally]") {
    Tally tally;
    for (const std::int64_t answer : {5, 7, 36, 5, 7, 3})
        tally.count(answer, answer == 36 ? Verdict::right : Verdict::wrong);
    CHECK(tally.runs() == 6);
    CHECK(tally.wrong() == 5);
    CHECK(tally.distinct_wrong() == std::vector<Answer>{std::int64_t{5}, std::int64_t{7}, std::int64_t{3}});
}

TEST_CASE("NaN is kept as one wrong answer", "[tally]") {
    Tally tally;
    tally.count(std::nan(""), Verdict::wrong);
    tally.count(std::nan(""), Verdict::wrong);
    CHECK(tally.wrong() == 2);
    CHECK(tally.distinct_wrong().size() == 1);
}

TEST_CASE("no more than most_kept distinct wrong answers are kept", "[tally]") {
    Tally tally;
    for (std::int64_t answer = 0; answer < 1000; ++answer) tally.count(answer, Verdict::wrong);
    CHECK(tally.wrong() == 1000);
    CHECK(tally.distinct_wrong().size() == Tally::most_kept);
}

TEST_CASE("runs within rounding are neither right nor wrong", "[tally]") {
    Tally tally;
    tally.count(1.0F, Verdict::right);
    tally.count(2.0F, Verdict::within_rounding);
    tally.count(3.0F, Verdict::within_rounding);
    tally.count(4.0F, Verdict::wrong);
    CHECK(tally.runs() == 4);
    CHECK(tally.right() == 1);
    CHECK(tally.within_rounding() == 2);
    CHECK(tally.wrong() == 1);
}
