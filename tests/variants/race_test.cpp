// Lost updates are seen, where two cores run at the same time. Where that did not happen, the race
// cannot be expected to show itself, and the test says that it was skipped.
#include <chrono>
#include <ctime>
#include <iostream>
#include <string_view>

#include "catch.hpp"
#include "data/generated_arrays.hpp"
#include "judge/reference.hpp"
#include "variants/right_variants.hpp"

using namespace ssd;
using namespace ssd::testing;

namespace {

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Observation {
    bool wrong = false;
    double cores = 0;  // that worked at the same time, on average
};

// Runs until the first wrong answer, at most `runs` times.
Observation observe(const Variant& variant, const Arrays<std::int64_t>& arrays, int runs) {
    const auto right = reference(arrays.a, arrays.b);
    Observation seen;
    const double processor = processor_seconds();
    const auto start = std::chrono::steady_clock::now();
    for (int run = 0; run < runs && !seen.wrong; ++run) {
        seen.wrong = !right.accepts(variant(arrays.a, arrays.b));
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    seen.cores = (processor_seconds() - processor) / wall.count();
    return seen;
}

}  // namespace

TEST_CASE("the variants with a shared accumulator are wrong where two cores work at the same time",
          "[variants][race]") {
    const ThreadCount asked{2};
    const auto arrays = std::get<Arrays<std::int64_t>>(article_arrays("int64", 2'000'000));
    for (const std::string_view name : {"shared_accumulator", "shared_heap_cell", "relaxed_load_and_store"}) {
        const Observation seen = observe(variant_named(name), arrays, 200);
        INFO(name << " was right 200 times, with " << seen.cores << " cores at work");
        if (!seen.wrong && seen.cores < 1.5) {
            std::cout << "SKIPPED: " << name << " was right 200 times, but only " << seen.cores
                      << " cores were at work at the same time\n";
            continue;
        }
        CHECK(seen.wrong);
    }
}

TEST_CASE("the races that rarely show are marked as races all the same", "[variants]") {
    CHECK(variant_named("unsynchronised_combine").expectation == Expectation::racy);
    CHECK(variant_named("initialisation_race").expectation == Expectation::racy);
}
