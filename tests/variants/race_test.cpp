// The racy variants are seen to be wrong, where two cores run at the same time. Where that did not happen, the race
// cannot be expected to show itself, and the test says that it was skipped.
#include <chrono>
#include <ctime>
#include <iostream>
#include <vector>

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

TEST_CASE("the racy variants are wrong where two cores work at the same time", "[variants][race]") {
    const ThreadCount asked{2};
    const auto arrays = std::get<Arrays<std::int64_t>>(article_arrays("int64", 2'000'000));
    for (const Variant* variant : catalog()) {
        if (variant->expectation != Expectation::racy) continue;
        const Observation seen = observe(*variant, arrays, 200);
        INFO(variant->name << " was right 200 times, with " << seen.cores << " cores at work");
        if (!seen.wrong && seen.cores < 1.5) {
            std::cout << "SKIPPED: " << variant->name << " was right 200 times, but only " << seen.cores
                      << " cores were at work at the same time\n";
            continue;
        }
        CHECK(seen.wrong);
    }
}

TEST_CASE("return_zero is wrong", "[variants]") {
    const auto arrays = std::get<Arrays<std::int64_t>>(article_arrays("int64", 1));
    for (const Variant* variant : catalog()) {
        if (variant->expectation != Expectation::wrong) continue;
        INFO(variant->name);
        CHECK(!reference(arrays.a, arrays.b).accepts((*variant)(arrays.a, arrays.b)));
    }
}
