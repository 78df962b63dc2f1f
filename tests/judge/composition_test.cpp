// What a sum is made of: sums that are put together here are taken apart again.
#include "judge/composition.hpp"

#include "catch.hpp"
#include "data/generated_arrays.hpp"

using namespace ssd;

namespace {

constexpr std::size_t size = 1003;  // 251, 251, 251 and 250 elements for four threads

std::int64_t sum(std::size_t begin, std::size_t end) {
    const Arrays<std::int64_t> arrays = telling_arrays(size);
    std::uint64_t total = 0;
    for (std::size_t i = begin; i < end; ++i) total += squared_difference(arrays.a[i], arrays.b[i]);
    return static_cast<std::int64_t>(total);
}

Decomposition decomposition(std::size_t threads) {
    const Arrays<std::int64_t> arrays = telling_arrays(size);
    return {arrays.a, arrays.b, threads};
}

}  // namespace

TEST_CASE("a sum is told to be right, or cut off to 32 bits", "[judge]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(4).right() == sum(0, size));
    CHECK(decomposition(4).of(sum(0, size)) == Composition{Kind::right});
    CHECK(sum(0, size) != static_cast<std::int32_t>(sum(0, size)));
    CHECK(decomposition(4).of(static_cast<std::int32_t>(sum(0, size))) == Composition{Kind::cut_off});
}

TEST_CASE("a sum of whole slices is told, and of how many", "[judge]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(4).of(0) == Composition{Kind::slices, 0});
    CHECK(decomposition(4).of(sum(251, 502)) == Composition{Kind::slices, 1});
    CHECK(decomposition(4).of(sum(753, 1003)) == Composition{Kind::slices, 1});
    CHECK(decomposition(4).of(sum(0, 251) + sum(753, 1003)) == Composition{Kind::slices, 2});
    CHECK(decomposition(4).of(sum(251, 1003)) == Composition{Kind::slices, 3});
    CHECK(decomposition(4).of(sum(250, 501)) == Composition{Kind::scattered});
}

TEST_CASE("a slice on a start value is told: the beginning of another one", "[judge]") {
    using Kind = Composition::Kind;
    CHECK(decomposition(2).of(sum(0, 502) + sum(502, 503)) == Composition{Kind::slices_and_a_beginning, 1});
    CHECK(decomposition(2).of(sum(0, 100) + sum(502, 1003)) == Composition{Kind::slices_and_a_beginning, 1});
    CHECK(decomposition(4).of(sum(0, 251) + sum(502, 753) + sum(753, 1002)) ==
          Composition{Kind::slices_and_a_beginning, 2});
    CHECK(decomposition(2).of(sum(1, 100) + sum(502, 1003)) == Composition{Kind::scattered});
    CHECK(decomposition(2).of(sum(0, 100)) == Composition{Kind::scattered});
    CHECK(decomposition(2).of(sum(0, 502) + sum(0, 100)) == Composition{Kind::scattered});  // of the same one
}

TEST_CASE("updates that are lost here and there are told from the rest", "[judge]") {
    std::int64_t without_some = 0;
    for (std::size_t i = 0; i < size; ++i) without_some += i % 3 == 0 ? 0 : sum(i, i + 1);
    CHECK(decomposition(4).of(without_some) == Composition{Composition::Kind::scattered});
}

TEST_CASE("a sum is taken apart for 1 to 12 threads", "[judge]") {
    CHECK(decomposition(1).of(sum(0, 7)) == Composition{Composition::Kind::scattered});
    CHECK_NOTHROW(decomposition(12));
    CHECK_THROWS_AS(decomposition(0), std::invalid_argument);
    CHECK_THROWS_AS(decomposition(13), std::invalid_argument);
}

TEST_CASE("compositions in words", "[judge]") {
    CHECK(to_string(Composition{Composition::Kind::slices, 1}, 4) == "1 of 4 slices");
    CHECK(to_string(Composition{Composition::Kind::slices_and_a_beginning, 3}, 8) == "3 of 8 slices on a start value");
}
