// The order in which variants are timed.
#include "measure/comparison.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"

using namespace reductions;

namespace {

std::string last_called;

template <bool is_first, Element T>
Sum<T> say_who_is_called(View<T>, View<T>) {
    last_called = is_first ? "first" : "second";
    return 0;
}

constexpr Variant first{{.shows = "Says that it was called.",
                         .expectation = Expectation::lossy,
                         .computation = [](auto a, auto b) { return say_who_is_called<true>(a, b); }},
                        "first",
                        "test"};
constexpr Variant second{{.shows = "Says that it was called.",
                          .expectation = Expectation::lossy,
                          .computation = [](auto a, auto b) { return say_who_is_called<false>(a, b); }},
                         "second",
                         "test"};

}  // namespace

TEST_CASE("each round has one repetition of every variant, and of each read loop that is tried", "[read speed]") {
    constexpr std::size_t rounds = 12;
    const std::vector<const Variant*> variants{&first, &second};
    const std::vector<AnyArrays> arrays{article_arrays("int64", 10)};
    std::vector<std::string> order;
    std::size_t expected = 0;
    const auto progress = [&](std::size_t done, std::size_t all) {
        if (done > 0) order.push_back(last_called);
        last_called = "a loop";
        expected = all;
    };
    const std::vector<TypeMeasurements> measured = compare(
        variants, arrays, {.repetitions = rounds, .shorten_slow = false, .progress = progress, .json = nullptr});
    order.push_back(last_called);
    REQUIRE(order.size() == expected);
    REQUIRE(order.size() % rounds == 0);
    const std::size_t of_a_round = order.size() / rounds;
    std::set<std::vector<std::string>> orders;
    for (auto round = order.begin(); round != order.end(); round += static_cast<std::ptrdiff_t>(of_a_round)) {
        const std::vector<std::string> names(round, round + static_cast<std::ptrdiff_t>(of_a_round));
        CHECK(std::count(names.begin(), names.end(), "first") == 1);
        CHECK(std::count(names.begin(), names.end(), "second") == 1);
        orders.insert(names);
    }
    CHECK(orders.size() > 1);  // there are 42 orders, so twelve equal ones come up by chance once in 10^17 runs
    REQUIRE(measured.size() == 1);
    REQUIRE(measured[0].variants.size() == 2);
    for (const Measurement& measurement : measured[0].variants) {
        CHECK(measurement.seconds.size() == rounds);
        CHECK(measurement.read_seconds.size() == rounds);
    }
}
