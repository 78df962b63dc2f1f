// What all runs of a variant together show.
#include "judge/judgement.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include "arrays/article.hpp"
#include "catch.hpp"

using namespace reductions;
using reductions::testing::article;

TEST_CASE("an answer is right if it is proven right and every control run agrees", "[judge]") {
    const auto arrays = article<std::int64_t>(1000);
    const auto right = reference(arrays.a, arrays.b);
    const ControlArrays<std::int64_t> control{1000};
    Judgement judgement;
    judgement.count<std::int64_t>(36'000, right);
    CHECK(judgement.finding() == Finding::unproven);
    judgement.count(control.expected(), control);
    CHECK(judgement.finding() == Finding::right);
    judgement.count(control.expected() - 1, control);
    CHECK(judgement.finding() == Finding::wrong);
    CHECK(judgement.given().wrong() == 0);
    CHECK(judgement.control().wrong() == 1);
}

TEST_CASE("an answer that is right by chance is found wrong in a control run", "[judge]") {
    const std::vector<double> ones(1000, 1);
    const auto right = reference(View<double>{ones}, View<double>{ones});
    const ControlArrays<double> control{1000};
    Judgement judgement;
    judgement.count<double>(0, right);
    judgement.count<double>(0, control);
    CHECK(judgement.finding() == Finding::wrong);
}

TEST_CASE("an answer within rounding is reported as counted, with its error", "[judge]") {
    const auto arrays = article<float>(9'999'999);
    const auto right = reference(arrays.a, arrays.b);
    CHECK(!right.decides());
    const ControlArrays<float> control{1000};
    Judgement judgement;
    judgement.count(327'456'512.0F, right);  // what a plain loop gives
    judgement.count(control.expected(), control);
    CHECK(judgement.finding() == Finding::counted);
    CHECK(std::abs(judgement.off() - 0.0904) < 0.0001);
    CHECK(std::abs(judgement.most_off() - 0.48) < 0.01);
}

TEST_CASE("NaN and infinity say nothing about lost elements", "[judge]") {
    const std::vector<double> a = {1, INFINITY, 3};
    const std::vector<double> b = {0, INFINITY, 0};
    const auto right = reference(View<double>{a}, View<double>{b});
    CHECK(right.verdict(std::nan("")) == Verdict::within_rounding);
    CHECK(right.verdict(10) == Verdict::wrong);
    Judgement judgement;
    judgement.count(std::nan(""), right);
    const ControlArrays<double> control{3};
    judgement.count(control.expected(), control);
    CHECK(judgement.finding() == Finding::counted);
    CHECK(std::isnan(judgement.off()));
}

TEST_CASE("zero is not called right for 20 million elements of float32", "[judge]") {
    const auto arrays = article<float>(20'000'000);
    const auto right = reference(arrays.a, arrays.b);
    CHECK(right.verdict(0) == Verdict::within_rounding);
    ControlArrays<float> control{20'000'000};
    for (std::size_t k = 0; k < control.count(); ++k) {
        control.fill(k);
        CHECK(control.verdict(0) == Verdict::wrong);
    }
}
