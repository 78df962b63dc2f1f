// How accurate a variant's float answers are, how repeatable, and at what cost.
#include "measure/accuracy.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>

#include "judge/reference.hpp"
#include "measure/memory.hpp"
#include "measure/statistics.hpp"
#include "ssd/threads.hpp"

namespace ssd {
namespace {

// The distance of an answer from the exact sum, in units of the last place of the exact sum. It is known to half of
// one, so an answer that is the exact sum correctly rounded is at distance 0.
template <std::floating_point T>
double error_in_ulp(T answer, T exact) {
    const double ulp = static_cast<double>(std::nextafter(exact, std::numeric_limits<T>::infinity())) - exact;
    return std::abs(static_cast<double>(answer) - exact) / ulp;
}

// What one variant did on one pair of arrays.
template <std::floating_point T>
struct Record {
    const Variant* variant;
    Arrays<T> arrays;
    std::set<T> over_runs = {};
    std::set<T> over_threads = {};
    std::vector<double> seconds_of_element = {};

    T call() const { return (*variant)(arrays.a, arrays.b); }
};

template <std::floating_point T>
Accuracy evaluate(const Record<T>& record, double cost_of_reference) {
    const T exact = reference(record.arrays.a, record.arrays.b).expected;
    double worst = 0;
    for (const auto* const answers : {&record.over_runs, &record.over_threads}) {
        for (const T answer : *answers) worst = std::max(worst, error_in_ulp(answer, exact));
    }
    return {record.variant,
            type_name<T>,
            record.arrays.a.size(),
            worst,
            record.over_runs.size(),
            record.over_threads.size(),
            median(record.seconds_of_element) / cost_of_reference};
}

template <std::floating_point T>
void measure(std::span<const Variant* const> variants, const Variant& reference_of_cost, const Arrays<T>& arrays,
             const std::function<void()>& progress, std::vector<Accuracy>& results) {
    std::vector<Record<T>> records;
    const auto add_record = [&](const Variant* variant) {
        const std::size_t size = std::min(arrays.a.size(), variant->default_size);
        records.push_back({variant, {arrays.a.first(size), arrays.b.first(size), arrays.owner}});
    };
    add_record(&reference_of_cost);
    for (const Variant* variant : variants) add_record(variant);

    for (std::size_t run = 0; run < accuracy_runs; ++run) {
        progress();
        for (Record<T>& record : records) {
            record.call();  // wakes the threads that it needs
            const auto start = std::chrono::steady_clock::now();
            record.over_runs.insert(record.call());
            const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
            record.seconds_of_element.push_back(time.count() / static_cast<double>(record.arrays.a.size()));
        }
    }
    const MemoryLimitLifted lifted;
    const std::size_t asked_for = requested_threads();
    for (const std::size_t threads : accuracy_threads) {
        progress();
        set_thread_count(threads);
        for (Record<T>& record : records) record.over_threads.insert(record.call());
    }
    set_thread_count(asked_for);

    const double cost_of_reference_call = median(records.front().seconds_of_element);
    for (auto record = std::next(records.begin()); record != records.end(); ++record) {
        results.push_back(evaluate(*record, cost_of_reference_call));
    }
}

}  // namespace

std::vector<Accuracy> measure_accuracy(std::span<const Variant* const> variants, const Variant& reference_of_cost,
                                       std::span<const AnyArrays> data,
                                       const std::function<void(std::size_t done, std::size_t all)>& progress) {
    const std::size_t all = data.size() * (accuracy_runs + std::size(accuracy_threads));
    std::size_t done = 0;
    std::vector<Accuracy> results;
    for (const AnyArrays& any : data) {
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                if constexpr (std::floating_point<T>) {
                    measure<T>(
                        variants, reference_of_cost, arrays, [&] { progress(done++, all); }, results);
                }
            },
            any);
    }
    return results;
}

}  // namespace ssd
