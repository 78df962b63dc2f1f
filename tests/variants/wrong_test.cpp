// Every variant that is marked lossy or wrong is wrong on any machine, if its condition is met.
#include <omp.h>

#include <cstdint>
#include <numeric>
#include <set>
#include <string_view>
#include <vector>

#include "arrays/article.hpp"
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
    CHECK(names == std::set<std::string_view>{"return_zero", "relaxed_load_and_store", "slices_by_requested_threads",
                                              "narrow_accumulator", "lost_update_by_slice", "lost_update_by_step"});
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
