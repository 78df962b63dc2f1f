// Verdicts in words.
#include "report/verdict.hpp"

#include <cmath>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

const ControlArrays<float>& control() {
    static const ControlArrays<float> arrays{1000};
    return arrays;
}

// The reference for the article's float32 arrays in their full size. On them, an answer proves nothing.
const Reference<float>& undecided() {
    static const Reference<float> right = [] {
        const auto arrays = std::get<Arrays<float>>(article_arrays("float32", article_size));
        return reference(arrays.a, arrays.b);
    }();
    return right;
}

}  // namespace

TEST_CASE("a proven answer is right", "[report]") {
    Judgement judgement;
    judgement.count(36.0F, Reference<float>{36, 36, 36, 36, 36});
    judgement.count(control().expected(), control());
    CHECK(verdict_in_words(judgement) == "right");
    CHECK(verdict_cell(judgement).text == "right");
}

TEST_CASE("an answer within rounding is not called right", "[report]") {
    Judgement judgement;
    judgement.count(327'456'512.0F, undecided());
    CHECK(verdict_in_words(judgement) ==
          "here within rounding: off 9.0%, up to 48% possible; not enough memory for control runs");
    CHECK(verdict_cell(judgement).text == "unproven");
    for (int run = 0; run < 5; ++run) judgement.count(control().expected(), control());
    CHECK(verdict_in_words(judgement) ==
          "all elements counted in 5 of 5 control runs; here within rounding: off 9.0%, up to 48% possible");
    CHECK(verdict_cell(judgement).text == "counted, off 9.0%");
    const std::vector<const Judgement*> all{&judgement};
    CHECK_THAT(explanation_of_verdicts(all), ContainsSubstring("rounding alone can put it off by up to 48%.\n"));
}

TEST_CASE("a wrong verdict says how often, and on which arrays", "[report]") {
    Judgement judgement;
    judgement.count(327'456'512.0F, undecided());
    judgement.count(0.0F, control());
    judgement.count(control().expected(), control());
    CHECK(verdict_in_words(judgement) == "wrong in 1 of 2 control runs");
    CHECK(verdict_cell(judgement).text == "wrong in 1 of 2 control runs");
    judgement.count(0.0F, undecided());
    CHECK(verdict_in_words(judgement) == "wrong in 1 of 2 runs and in 1 of 2 control runs");
    CHECK(verdict_cell(judgement).text == "wrong in 1 of 2 runs");
}

TEST_CASE("an answer that is not finite proves nothing", "[report]") {
    const std::vector<float> a{1, NAN};
    const std::vector<float> b{1, 1};
    Judgement judgement;
    judgement.count(NAN, reference(View<float>{a}, View<float>{b}));
    judgement.count(control().expected(), control());
    CHECK(verdict_in_words(judgement) ==
          "all elements counted in 1 of 1 control run; here the right answer is not finite, which proves nothing");
    CHECK(verdict_cell(judgement).text == "counted");
}

TEST_CASE("clear verdicts need no explanation", "[report]") {
    Judgement judgement;
    const std::vector<const Judgement*> all{&judgement};
    judgement.count(control().expected(), control());
    CHECK(explanation_of_verdicts(all).empty());
}
