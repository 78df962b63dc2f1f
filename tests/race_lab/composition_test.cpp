// Finds out what a sum is made of, for sums that these tests put together.
#include "race_lab/composition.hpp"

#include <cmath>
#include <cstdint>

#include "catch.hpp"
#include "judge/control_arrays.hpp"

using namespace reductions;

namespace {

constexpr std::size_t size = 1003;  // 251, 251, 251 and 250 elements for four threads

const ControlArrays<std::int64_t>& control() {
    static const ControlArrays<std::int64_t> arrays{size};
    return arrays;
}

std::int64_t sum(std::size_t begin, std::size_t end) {
    const Arrays<std::int64_t> arrays = control().arrays();
    std::uint64_t total = 0;
    for (std::size_t i = begin; i < end; ++i) total += squared_difference(arrays.a[i], arrays.b[i]);
    return static_cast<std::int64_t>(total);
}

Decomposition decomposition(std::size_t threads) {
    const Arrays<std::int64_t> arrays = control().arrays();
    return {arrays.a, arrays.b, threads};
}

}  // namespace

TEST_CASE("a right sum and one cut off to 32 bits are recognised", "[race_lab]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(4).right() == sum(0, size));
    CHECK(decomposition(4).of(sum(0, size)) == Composition{Kind::right});
    CHECK(sum(0, size) != static_cast<std::int32_t>(sum(0, size)));
    CHECK(decomposition(4).of(std::int64_t{static_cast<std::int32_t>(sum(0, size))}) == Composition{Kind::cut_off});
}

TEST_CASE("a sum of whole slices is recognised, with their number", "[race_lab]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(4).of(std::int64_t{0}) == Composition{Kind::slices, 0});
    CHECK(decomposition(4).of(sum(251, 502)) == Composition{Kind::slices, 1});
    CHECK(decomposition(4).of(sum(753, 1003)) == Composition{Kind::slices, 1});
    CHECK(decomposition(4).of(sum(0, 251) + sum(753, 1003)) == Composition{Kind::slices, 2});
    CHECK(decomposition(4).of(sum(251, 1003)) == Composition{Kind::slices, 3});
    CHECK(decomposition(4).of(sum(250, 501)) == Composition{Kind::scattered});
}

TEST_CASE("a slice added to the beginning of another slice is recognised", "[race_lab]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(2).of(sum(0, 502) + sum(502, 503)) == Composition{Kind::slices_and_a_beginning, 1});
    CHECK(decomposition(2).of(sum(0, 100) + sum(502, 1003)) == Composition{Kind::slices_and_a_beginning, 1});
    CHECK(decomposition(4).of(sum(0, 251) + sum(502, 753) + sum(753, 1002)) ==
          Composition{Kind::slices_and_a_beginning, 2});
    CHECK(decomposition(2).of(sum(0, 900)) == Composition{Kind::slices_and_a_beginning, 1});
    CHECK(decomposition(2).of(sum(1, 100) + sum(502, 1003)) == Composition{Kind::scattered});
    CHECK(decomposition(2).of(sum(0, 502) + sum(0, 100)) == Composition{Kind::scattered});  // of the same slice
}

TEST_CASE("scattered lost updates are recognised", "[race_lab]") {
    std::int64_t without_some = 0;
    for (std::size_t i = 0; i < size; ++i) without_some += i % 3 == 0 ? 0 : sum(i, i + 1);
    CHECK(decomposition(4).of(without_some) == Composition{Composition::Kind::scattered});
}

TEST_CASE("a sum that lacks elements at one end is recognised, with their number", "[race_lab]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(4).of(sum(0, size - 1)) == Composition{Kind::without_last, 1});
    CHECK(decomposition(4).of(sum(3, size)) == Composition{Kind::without_first, 3});
    CHECK(decomposition(1).of(sum(0, 7)) == Composition{Kind::without_last, size - 7});
}

TEST_CASE("a sum with some elements more than once is recognised", "[race_lab]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(8).of(static_cast<std::int64_t>(8 * static_cast<std::uint64_t>(sum(0, size)))) ==
          Composition{Kind::multiple, 8});
    CHECK(decomposition(4).of(4 * sum(0, size)) == Composition{Kind::multiple, 4});
    CHECK(decomposition(4).of(sum(0, size) + sum(251, 502)) == Composition{Kind::slice_twice});
    CHECK(decomposition(4).of(sum(0, size) + sum(0, 1)) == Composition{Kind::too_much});
    CHECK(decomposition(4).of(std::int64_t{-5}) == Composition{Kind::no_sum});
}

TEST_CASE("with more than 12 threads, one slice and all slices except one are recognised", "[race_lab]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(20).of(sum(0, 51)) == Composition{Kind::slices, 1});  // the first three have 51 elements
    CHECK(decomposition(20).of(sum(51, size)) == Composition{Kind::slices, 19});
    CHECK(decomposition(20).of(std::int64_t{0}) == Composition{Kind::slices, 0});
}

TEMPLATE_TEST_CASE("the composition of a sum of floats is recognised", "[race_lab]", double, float) {
    using Kind = Composition::Kind;
    const ControlArrays<TestType> floats{size};
    const auto [a, b, owner] = floats.arrays();
    const Decomposition decomposition{a, b, 4};
    const double whole = floats.expected();
    double first = 0;
    for (std::size_t i = 0; i < 251; ++i) first += std::pow(a[i] - b[i], 2);
    CHECK(decomposition.of(whole) == Composition{Kind::right});
    CHECK(decomposition.of(first) == Composition{Kind::slices, 1});
    CHECK(decomposition.of(whole - first) == Composition{Kind::slices, 3});
    CHECK(decomposition.of(static_cast<double>(static_cast<TestType>(3 * whole))) == Composition{Kind::multiple, 3});
    CHECK(decomposition.of(std::nan("")) == Composition{Kind::no_sum});
}

TEST_CASE("no beginning is recognised if almost every number is the sum of a beginning", "[race_lab]") {
    const ControlArrays<float> floats{10'000'000};
    const auto [a, b, owner] = floats.arrays();
    const Decomposition decomposition{a, b, 2};
    float beginning = 0;
    for (std::size_t i = 0; i < 6'000'000; ++i) beginning += (a[i] - b[i]) * (a[i] - b[i]);
    CHECK(decomposition.of(static_cast<double>(beginning)) == Composition{Composition::Kind::scattered});
}

TEST_CASE("compositions in words", "[race_lab]") {
    CHECK(to_string(Composition{Composition::Kind::slices, 1}, 4) == "1 of 4 slices");
    CHECK(to_string(Composition{Composition::Kind::slices_and_a_beginning, 3}, 8) == "3 of 8 slices on a start value");
}
