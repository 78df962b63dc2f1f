// parallel_reduce: combinations that do not commute, ranges of other types, teams smaller than requested.
#include "blocks/parallel_reduce.hpp"

#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include "catch.hpp"
#include "contract/element.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

TEST_CASE("parallel_reduce keeps the order of the elements", "[blocks][team]") {
    const ThreadCount asked{GENERATE(as<std::size_t>{}, 1, 2, 3, 7, 16)};
    std::vector<std::string> letters;
    for (char letter = 'a'; letter <= 'z'; ++letter) letters.emplace_back(1, letter);
    const auto itself = [](const std::string& text) { return text; };
    CHECK(parallel_reduce(std::span<const std::string>{letters}, std::string{}, itself, std::plus<>{}) ==
          "abcdefghijklmnopqrstuvwxyz");
}

TEST_CASE("parallel_reduce returns the identity for an empty range", "[blocks]") {
    CHECK(parallel_reduce(
              View<double>{}, 0.0, [](double x) { return x; }, std::plus<>{}) == 0);
    CHECK(parallel_reduce(
              View<double>{}, 1.0, [](double x) { return x; }, std::multiplies<>{}) == 1);
}

TEST_CASE("parallel_reduce uses every element once, with fewer and with more threads than elements", "[blocks]") {
    const ThreadCount asked{5};
    for (const std::size_t size : std::initializer_list<std::size_t>{1, 2, 4, 5, 6, 1000}) {
        std::vector<std::int64_t> ones(size, 1);
        CHECK(parallel_reduce(
                  View<std::int64_t>{ones}, std::size_t{0}, [](std::int64_t x) { return static_cast<std::size_t>(x); },
                  std::plus<>{}) == size);
    }
}

TEST_CASE("parallel_reduce works with results of any type", "[blocks]") {
    const ThreadCount asked{4};
    std::vector<std::int64_t> values(1000);
    std::iota(values.begin(), values.end(), 0);
    const View<std::int64_t> view{values};
    CHECK(parallel_reduce(
        view, false, [](auto x) { return x == 777; }, std::logical_or<>{}));
    CHECK(parallel_reduce(
        view, true, [](auto x) { return x < 1000; }, std::logical_and<>{}));
    CHECK(parallel_reduce(
              view, std::int64_t{-1}, [](auto x) { return x; }, [](auto x, auto y) { return std::max(x, y); }) == 999);
}
