// What the report's sweeps measure: which sizes, numbers of threads and types, and whether a core is busy.
#include "measure/sweep_plan.hpp"

#include <algorithm>

#include "arrays/any_arrays.hpp"
#include "arrays/generated_arrays.hpp"

namespace reductions {
namespace {

// All numbers up to eight, then powers of two, up to twice the cores. Always contains `cores` and twice `cores`.
std::vector<std::size_t> numbers_of_threads(std::size_t cores) {
    std::vector<std::size_t> numbers;
    for (std::size_t threads = 1; threads <= 2 * cores; threads = threads < 8 ? threads + 1 : 2 * threads) {
        numbers.push_back(threads);
    }
    for (const std::size_t threads : {cores, 2 * cores}) {
        if (std::find(numbers.begin(), numbers.end(), threads) == numbers.end()) numbers.push_back(threads);
    }
    return numbers;
}

// For the arrays, the control arrays, and the two temporaries of NumPy's way.
std::size_t bytes_needed(const SweepPoint& point) {
    constexpr std::size_t arrays = 6;
    return arrays * point.size * element_size(point.type);
}

}  // namespace

SweepPlan sweep_plan(bool quick, std::size_t cores, std::size_t memory) {
    const std::vector<std::size_t> sizes =
        quick ? std::vector<std::size_t>{1'000, 10'000, 100'000, 1'000'000}
              : std::vector<std::size_t>{1'000,   3'000,     10'000,    30'000,     100'000,
                                         300'000, 1'000'000, 3'000'000, 30'000'000, 100'000'000};
    const std::string first_type{type_names.front()};
    SweepPlan plan{.name = quick ? "quick" : "default", .points = {}, .repetitions = quick ? 11U : 31U};
    for (const std::size_t size : sizes) plan.points.push_back({first_type, size, cores});
    for (const std::size_t threads : numbers_of_threads(cores)) {
        plan.points.push_back({first_type, article_size, threads});
    }
    for (const std::string_view type : type_names) {
        if (type != first_type) plan.points.push_back({std::string{type}, article_size, cores});
    }
    if (cores > 1) plan.points.push_back({first_type, article_size, cores, 1});
    std::erase_if(plan.points, [memory](const SweepPoint& point) { return bytes_needed(point) > memory; });
    std::stable_sort(plan.points.begin(), plan.points.end(),
                     [](const SweepPoint& x, const SweepPoint& y) { return x.size < y.size; });
    return plan;
}

bool compares_schedules(const SweepPlan& plan, const SweepPoint& point) {
    return std::any_of(plan.points.begin(), plan.points.end(), [&](const SweepPoint& each) {
        SweepPoint idle = each;
        idle.busy_cores = 0;
        return each.busy_cores > 0 && (point == each || point == idle);
    });
}

// A repetition takes a few milliseconds, or longer if one call does.
double expected_effort(const SweepPoint& point) {
    return (1.0 + static_cast<double>(point.size) / 3e6) * (point.busy_cores == 0 ? 1 : 2);
}

}  // namespace reductions
