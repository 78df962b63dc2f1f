// What the report's sweeps measure.
#include "measure/sweep_plan.hpp"

#include <algorithm>
#include <limits>

#include "catch.hpp"

using namespace reductions;

namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

bool has(const SweepPlan& plan, const SweepPoint& point) {
    return std::count(plan.points.begin(), plan.points.end(), point) == 1;
}

}  // namespace

TEST_CASE("a sweep covers sizes, threads up to twice the cores, and types", "[sweep]") {
    const SweepPlan plan = sweep_plan(false, 2, no_limit);
    for (const std::size_t size :
         std::initializer_list<std::size_t>{1'000, 10'000, 100'000, 1'000'000, 9'999'999, 100'000'000}) {
        CHECK(has(plan, {"int64", size, 2}));
    }
    for (const std::size_t threads : std::initializer_list<std::size_t>{1, 2, 3, 4})
        CHECK(has(plan, {"int64", 9'999'999, threads}));
    for (const char* const type : {"int32", "float64", "float32"}) CHECK(has(plan, {type, 9'999'999, 2}));
}

TEST_CASE("a sweep compares schedules with idle cores and with a busy one, if there is another one", "[sweep]") {
    const SweepPoint idle{"int64", 9'999'999, 2};
    const SweepPoint busy{"int64", 9'999'999, 2, 1};
    const bool is_quick = GENERATE(false, true);
    const SweepPlan plan = sweep_plan(is_quick, 2, no_limit);
    CHECK(has(plan, busy));
    CHECK(compares_schedules(plan, busy));
    CHECK(compares_schedules(plan, idle));
    CHECK_FALSE(compares_schedules(plan, {"int64", 9'999'999, 1}));
    CHECK_FALSE(compares_schedules(plan, {"int64", 1'000'000, 2}));
    for (const SweepPoint& point : sweep_plan(is_quick, 1, no_limit).points) CHECK(point.busy_cores == 0);
    CHECK_FALSE(compares_schedules(sweep_plan(is_quick, 1, no_limit), {"int64", 9'999'999, 1}));
}

TEST_CASE("no point is in a sweep twice, whatever the number of cores", "[sweep]") {
    const std::size_t cores = GENERATE(as<std::size_t>{}, 1, 2, 4, 6, 16, 96, 256);
    const SweepPlan plan = sweep_plan(false, cores, no_limit);
    for (const SweepPoint& point : plan.points) CHECK(has(plan, point));
    CHECK(has(plan, {"int64", 9'999'999, 1}));
    CHECK(has(plan, {"int64", 9'999'999, cores}));
    CHECK(has(plan, {"int64", 9'999'999, 2 * cores}));
    CHECK(plan.points.size() < 35);
}

TEST_CASE("a sweep leaves out points whose arrays, control arrays and two temporaries do not fit into memory",
          "[sweep]") {
    const SweepPlan plan = sweep_plan(false, 2, std::size_t{9'999'999} * 6 * 8);
    CHECK(has(plan, {"int64", 9'999'999, 2}));
    CHECK_FALSE(has(plan, {"int64", 30'000'000, 2}));
}

TEST_CASE("a quick sweep has fewer points and repetitions, and another name", "[sweep]") {
    const SweepPlan plan = sweep_plan(false, 2, no_limit);
    const SweepPlan quick = sweep_plan(true, 2, no_limit);
    CHECK(quick.points.size() < plan.points.size());
    CHECK(quick.repetitions < plan.repetitions);
    CHECK(quick.name != plan.name);
}
