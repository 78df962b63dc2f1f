// What is wrong with a submission's answer.
#include "grader/right_answers.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "catch.hpp"
#include "grader/call_chain.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::size_t elements = 4096;

// The verdict on this number as the answer to a question about the first elements, if it is not the right one.
template <typename T>
std::optional<VerdictCode> verdict(RightAnswers& right, std::size_t size, T answer) {
    const auto fault =
        right.fault({Chunk{0, size}, 2}, {.kind = Reply::Kind::answered, .bits = std::bit_cast<std::uint64_t>(answer)});
    return fault ? std::optional{fault->code} : std::nullopt;
}

std::int64_t sum(const SharedArrays& arrays, std::size_t size) {
    const auto a = arrays.a<std::int64_t>({0, size});
    const auto b = arrays.b<std::int64_t>({0, size});
    std::int64_t total = 0;
    for (std::size_t i = 0; i < size; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}

}  // namespace

TEST_CASE("whole numbers have one right answer", "[grader]") {
    SharedArrays arrays{Content::int64, elements, 1};
    arrays.fill();
    RightAnswers right{arrays};
    const std::int64_t expected = sum(arrays, 1000);
    CHECK(verdict(right, 1000, expected) == std::nullopt);
    CHECK(verdict(right, 1000, expected + 1) == VerdictCode::wrong);
    CHECK(verdict(right, 1000, std::int64_t{0}) == VerdictCode::wrong);
}

TEST_CASE("the sum of an earlier call is stale after a change", "[grader]") {
    SharedArrays arrays{Content::int64, elements, 2};
    arrays.fill();
    RightAnswers right{arrays};
    const std::int64_t before = sum(arrays, 1000);
    REQUIRE(verdict(right, 1000, before) == std::nullopt);
    right.change({0, 1000}, 4);
    CHECK(verdict(right, 1000, before) == VerdictCode::stale);
    CHECK(verdict(right, 1000, before + 1) == VerdictCode::wrong);
    CHECK(verdict(right, 1000, sum(arrays, 1000)) == std::nullopt);
}

// A lost update of two elements leaves the square of one, which may be the sum of an earlier call by chance.
TEST_CASE("a sum of few elements is not called stale", "[grader]") {
    SharedArrays arrays{Content::int64, elements, 3};
    arrays.fill();
    RightAnswers right{arrays};
    const std::int64_t before = sum(arrays, 2);
    REQUIRE(verdict(right, 2, before) == std::nullopt);
    right.change({0, 2}, 2);
    REQUIRE(sum(arrays, 2) != before);
    CHECK(verdict(right, 2, before) == VerdictCode::wrong);
}

TEST_CASE("doubles may differ by what any order of additions can explain", "[grader]") {
    SharedArrays arrays{Content::doubles, elements, 4};
    arrays.fill();
    RightAnswers right{arrays};
    const auto a = arrays.a<double>({0, elements});
    const auto b = arrays.b<double>({0, elements});
    double forwards = 0;
    double backwards = 0;
    for (std::size_t i = 0; i < elements; ++i) {
        forwards += (a[i] - b[i]) * (a[i] - b[i]);
        backwards += (a[elements - 1 - i] - b[elements - 1 - i]) * (a[elements - 1 - i] - b[elements - 1 - i]);
    }
    REQUIRE(forwards != backwards);
    CHECK(verdict(right, elements, forwards) == std::nullopt);
    CHECK(verdict(right, elements, backwards) == std::nullopt);
    CHECK(verdict(right, elements, static_cast<double>(static_cast<float>(forwards))) == VerdictCode::ulp);
    CHECK(verdict(right, elements, forwards / 2) == VerdictCode::wrong);
    CHECK(verdict(right, elements, std::numeric_limits<double>::quiet_NaN()) == VerdictCode::wrong);
}

TEST_CASE("a sum may be asked for with so many units in the last place", "[grader]") {
    SharedArrays arrays{Content::doubles, elements, 5};
    // 2⁵² + 1, whose last place is worth 1.
    arrays.set_difference(0, 0x1p26);
    arrays.set_difference(1, 1);
    arrays.set_difference(2, 0.5);
    RightAnswers any{arrays};
    RightAnswers right{arrays, AskedFunction::sum, 2};
    for (const double off : {-2.0, -1.0, 0.0, 1.0, 2.0})
        CHECK(verdict(right, elements, 0x1p52 + 1 + off) == std::nullopt);
    CHECK(verdict(right, elements, 0x1p52 + 4) == VerdictCode::ulp);
    CHECK(verdict(any, elements, 0x1p52 + 4) == std::nullopt);
    CHECK(verdict(right, elements, 0.0) == VerdictCode::wrong);
    const auto fault = right.fault({Chunk{0, elements}, 2},
                                   {.kind = Reply::Kind::answered, .bits = std::bit_cast<std::uint64_t>(0x1p52 + 6)});
    REQUIRE(fault);
    CHECK_THAT(fault->message,
               Catch::Matchers::ContainsSubstring("off by 5 units in the last place, and at most 2 are"));
}

TEST_CASE("a sum that is too large for a double is infinite, and not NaN", "[grader]") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    SharedArrays arrays{Content::doubles, elements, 6};
    arrays.fill();
    RightAnswers right{arrays, AskedFunction::sum, 2};
    arrays.set_difference(7, 1.3e154);
    CHECK(verdict(right, elements, infinity) == VerdictCode::wrong);
    arrays.set_difference(elements - 1, 1.3e154);
    CHECK(verdict(right, elements, infinity) == std::nullopt);
    CHECK(verdict(right, elements, std::numeric_limits<double>::quiet_NaN()) == VerdictCode::wrong);
    arrays.set_difference(7, 1e200);
    CHECK(verdict(right, elements, infinity) == std::nullopt);
    CHECK(verdict(right, elements, std::numeric_limits<double>::max()) == VerdictCode::wrong);
}

TEST_CASE("the answer to a question of many calls depends on each sum", "[grader]") {
    SharedArrays arrays{Content::int64, elements, 7};
    arrays.fill();
    RightAnswers right{arrays};
    constexpr std::uint64_t calls = 100;
    constexpr std::size_t size = 1000;
    const Question question{.chunk = {0, size}, .threads = 2, .calls = calls};
    // What a worker answers if one of its calls, or none, returns a sum that is too large by 1.
    const auto answer = [&](std::size_t wrong_call) {
        std::size_t call = 0;
        const std::uint64_t hash = hash_of_calls(calls, [&](std::size_t in_a, std::size_t in_b) {
            REQUIRE(std::max(in_a, in_b) <= elements_after);
            const auto a = arrays.a<std::int64_t>({in_a, size});
            const auto b = arrays.b<std::int64_t>({in_b, size});
            std::int64_t total = call++ == wrong_call ? 1 : 0;
            for (std::size_t i = 0; i < size; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
            return static_cast<std::uint64_t>(total);
        });
        CHECK(call == calls);
        return Reply{.kind = Reply::Kind::answered, .bits = hash};
    };
    CHECK(right.fault(question, answer(calls)) == std::nullopt);
    for (const std::size_t wrong_call : {std::size_t{0}, std::size_t{50}, std::size_t{99}}) {
        const auto fault = right.fault(question, answer(wrong_call));
        REQUIRE(fault);
        CHECK(fault->code == VerdictCode::wrong);
        CHECK_THAT(fault->message, Catch::Matchers::ContainsSubstring("one of 100 calls"));
    }
}

TEST_CASE("both the sum and the largest difference must be right", "[grader]") {
    SharedArrays arrays{Content::int64, elements, 5};
    arrays.fill();
    RightAnswers right{arrays, AskedFunction::sum_and_largest};
    const auto fault = [&](std::size_t size, std::int64_t of_sum, std::int64_t largest) {
        return right.fault(
            {Chunk{0, size}, 2},
            {.kind = Reply::Kind::answered, .bits = std::bit_cast<std::uint64_t>(of_sum), .largest = largest});
    };
    const auto largest = [&](std::size_t size) {
        const auto a = arrays.a<std::int64_t>({0, size});
        const auto b = arrays.b<std::int64_t>({0, size});
        std::int64_t result = std::numeric_limits<std::int64_t>::lowest();
        for (std::size_t i = 0; i < size; ++i) result = std::max(result, a[i] - b[i]);
        return result;
    };
    CHECK_FALSE(fault(1000, sum(arrays, 1000), largest(1000)));
    CHECK(fault(1000, sum(arrays, 1000) + 1, largest(1000))->code == VerdictCode::wrong);
    CHECK(fault(1000, sum(arrays, 1000), largest(1000) - 1)->code == VerdictCode::wrong);
    CHECK(fault(1000, sum(arrays, 1000), largest(1000) + 1)->code == VerdictCode::wrong);
    CHECK_FALSE(fault(0, 0, std::numeric_limits<std::int64_t>::lowest()));
    CHECK_THAT(fault(0, 0, 0)->message, ContainsSubstring("For empty arrays"));

    right.change({0, 1000}, 2);  // makes all differences negative
    REQUIRE(largest(1000) < 0);
    CHECK_FALSE(fault(1000, sum(arrays, 1000), largest(1000)));
    CHECK_THAT(fault(1000, sum(arrays, 1000), 0)->message, ContainsSubstring("A partial result that starts at 0"));
    CHECK_THAT(fault(1000, sum(arrays, 1000), std::numeric_limits<std::int64_t>::lowest())->message,
               ContainsSubstring("what the threads found is lost"));
    right.change({0, 1000}, 2);  // changes some, and the next change makes all of them negative again
    CHECK(fault(1000, sum(arrays, 1000), 0).has_value());
    right.change({0, 1000}, 2);
    CHECK(largest(1000) < 0);

    const auto a = arrays.a<std::int64_t>({0, 1000});
    const auto b = arrays.b<std::int64_t>({0, 1000});
    const std::int64_t again = sum(arrays, 1000) + 2 * (a[0] - b[0]) * (a[0] - b[0]);
    CHECK_THAT(fault(1000, again, largest(1000))->message, ContainsSubstring("the first square is counted 2 times"));
}
