// Every variant that is marked lossy or wrong is wrong on any machine, if its condition is met.
#include <omp.h>

#include <cstdint>
#include <numeric>
#include <set>
#include <string_view>
#include <vector>

#include "arrays/article.hpp"
#include "arrays/generated_arrays.hpp"
#include "catch.hpp"
#include "judge/reference.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

std::int64_t answer_of(std::string_view name, const Arrays<std::int64_t>& arrays) {
    return variant_named(name)(arrays.a, arrays.b);
}

}  // namespace

TEST_CASE("the tests cover all lossy and wrong variants", "[variants][wrong]") {
    std::set<std::string_view> names;
    for (const Variant* variant : catalog()) {
        if (variant->expectation == Expectation::lossy || variant->expectation == Expectation::wrong) {
            names.insert(variant->name);
        }
    }
    const std::set<std::string_view> expected = {"return_zero",
                                                 "relaxed_load_and_store",         // race_test.cpp
                                                 "atomic_read_then_atomic_write",  // race_test.cpp
                                                 "compare_exchange_once",          // race_test.cpp
                                                 "lost_update_by_slice",
                                                 "lost_update_by_step",
                                                 "whole_loop_in_every_thread",
                                                 "remainder_lost",
                                                 "slices_by_requested_threads",
                                                 "private_total",
                                                 "firstprivate_total",
                                                 "lastprivate_total",
                                                 "threadprivate_kept",
                                                 "start_counted_by_each",
                                                 "task_result_firstprivate",
                                                 "square_in_the_operator",
                                                 "narrow_accumulator",
                                                 "expanded_square",
                                                 "compensation_optimised_away"};
    CHECK(names == expected);
}

TEST_CASE("return_zero is wrong", "[variants][wrong]") {
    const auto arrays = article<std::int64_t>(1);
    CHECK(!reference(arrays.a, arrays.b).accepts(answer_of("return_zero", arrays)));
}

TEST_CASE("with all threads loading before any stores, exactly one slice survives", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(2, 3, 20))};
    const int threads = static_cast<int>(delivered_threads());
    const std::int64_t size = 6000;
    const std::int64_t share = size / threads * 36;
    for (int run = 0; run < 20; ++run) CHECK(answer_of("lost_update_by_slice", article<std::int64_t>(6000)) == share);
}

TEST_CASE("with threads in lockstep, one update of each step survives", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(2, 3, 4))};
    const int threads = static_cast<int>(delivered_threads());
    const std::int64_t size = 600;
    for (int run = 0; run < 5; ++run)
        CHECK(answer_of("lost_update_by_step", article<std::int64_t>(600)) == size / threads * 36);
}

TEST_CASE("with fewer threads than requested, slices for the requested number drop the tail", "[variants][wrong]") {
    const ThreadCount asked{4};
    const int levels = omp_get_max_active_levels();
    omp_set_max_active_levels(0);  // the team has one thread
    CHECK(answer_of("slices_by_requested_threads", article<std::int64_t>(4000)) == 36'000);
    omp_set_max_active_levels(levels);
    if (static_cast<int>(delivered_threads()) == 4)
        CHECK(answer_of("slices_by_requested_threads", article<std::int64_t>(4000)) == 144'000);
}

TEST_CASE("a total of 32 bits is right until it overflows", "[variants][wrong]") {
    const std::vector<std::int64_t> a(100, 10'000'000);
    const std::vector<std::int64_t> b(100, 0);
    const Arrays<std::int64_t> large{a, b, nullptr};
    CHECK(answer_of("narrow_accumulator", article<std::int64_t>(1'000'000)) == 36'000'000);
    CHECK(!reference(large.a, large.b).accepts(answer_of("narrow_accumulator", large)));
}

TEST_CASE("without a worksharing loop, every thread adds the whole sum", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(1, 2, 3))};
    const auto threads = static_cast<std::int64_t>(delivered_threads());
    CHECK(answer_of("whole_loop_in_every_thread", article<std::int64_t>(1000)) == threads * 36'000);
}

TEST_CASE("slices of size / threads elements lose the remainder", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(1, 2, 3))};
    const auto threads = static_cast<std::int64_t>(delivered_threads());
    for (const std::int64_t size : {997, 998, 999, 1002}) {
        const std::int64_t counted = size / threads * threads;
        CHECK(answer_of("remainder_lost", article<std::int64_t>(static_cast<std::size_t>(size))) == counted * 36);
    }
}

TEST_CASE("private copies are thrown away", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(1, 2, 3))};
    CHECK(answer_of("private_total", article<std::int64_t>(999)) == 0);
    CHECK(answer_of("firstprivate_total", article<std::int64_t>(999)) == 0);
}

TEST_CASE("lastprivate keeps the last slice", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(1, 2, 3))};
    const auto threads = static_cast<std::int64_t>(delivered_threads());
    CHECK(answer_of("lastprivate_total", article<std::int64_t>(1200)) == 1200 / threads * 36);
}

TEST_CASE("a threadprivate total grows by one sum in each call", "[variants][wrong]") {
    const ThreadCount asked{2};
    const auto arrays = article<std::int64_t>(1000);
    const std::int64_t first = answer_of("threadprivate_kept", arrays);
    CHECK(answer_of("threadprivate_kept", arrays) == first + 36'000);
    CHECK(answer_of("threadprivate_kept", arrays) == first + 72'000);
}

TEST_CASE("a start that every thread counts is in the answer once per thread", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(1, 2, 3))};
    const auto threads = static_cast<std::int64_t>(delivered_threads());
    CHECK(answer_of("start_counted_by_each", article<std::int64_t>(1000)) == 18'000 + threads * 18'000);
}

TEST_CASE("a task that writes to its own copy loses its half", "[variants][wrong]") {
    const ThreadCount asked{static_cast<std::size_t>(GENERATE(1, 2))};
    CHECK(answer_of("task_result_firstprivate", article<std::int64_t>(200'000)) == 7'200'000);
    CHECK(answer_of("task_result_firstprivate", article<std::int64_t>(400'000)) == 7'200'000);
}

TEST_CASE("an operator that squares is right only if it meets no partial sum", "[variants][wrong]") {
    CHECK(answer_of("square_in_the_operator", article<std::int64_t>(3)) == 108);
    CHECK(answer_of("square_in_the_operator", article<std::int64_t>(1000)) > 36'000);
}

TEST_CASE("the expanded square is right for integers and wrong for floats", "[variants][wrong]") {
    const auto integers = article<std::int32_t>(1'000'000);
    CHECK(variant_named("expanded_square")(integers.a, integers.b) == 36'000'000);
    CHECK(answer_of("expanded_square", article<std::int64_t>(1'000'000)) == 36'000'000);
    const auto doubles = article<double>(1'000'000);
    CHECK(!reference(doubles.a, doubles.b).accepts(variant_named("expanded_square")(doubles.a, doubles.b)));
    const auto floats = article<float>(1'000'000);
    CHECK(!reference(floats.a, floats.b).accepts(variant_named("expanded_square")(floats.a, floats.b)));
}

TEST_CASE("a compensation that is optimised away compensates nothing", "[variants][wrong]") {
    const auto arrays = std::get<Arrays<float>>(random_arrays("float32", 1'000'000));
    const auto error = [&](std::string_view name) {
        return reference(arrays.a, arrays.b).off(variant_named(name)(arrays.a, arrays.b));
    };
    CHECK(error("neumaier") < 1e-7);
    CHECK(error("compensation_optimised_away") > 2e-7);
    CHECK(answer_of("compensation_optimised_away", article<std::int64_t>(1000)) == 36'000);
}
