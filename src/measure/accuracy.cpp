// How accurate a variant's float answers are, how repeatable they are, and how much time that costs.
#include "measure/accuracy.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "contract/threads.hpp"
#include "measure/accuracy_record.hpp"
#include "measure/judged_arrays.hpp"
#include "measure/memory.hpp"

namespace reductions {
namespace {

// Runs the records on all control arrays but the last. The last one stays filled in for the runs that wake the threads.
template <std::floating_point T>
void run_controls(std::vector<AccuracyRecord<T>>& records, JudgedArrays<T>& judged) {
    for (std::size_t k = 1; judged.control && k < judged.control->count(); ++k) {
        for (AccuracyRecord<T>& record : records) {
            if (record.size() == judged.arrays.a.size()) record.run_control();
        }
        judged.control->fill(k);
    }
}

// Runs each record once with each of accuracy_threads.
template <std::floating_point T>
void run_with_threads(std::vector<AccuracyRecord<T>>& records, const std::function<void()>& progress) {
    const MemoryLimitLifted lifted;
    const std::size_t requested = requested_threads();
    for (const std::size_t threads : accuracy_threads) {
        progress();
        set_thread_count(threads);
        for (AccuracyRecord<T>& record : records) record.run_with_threads();
    }
    set_thread_count(requested);
}

template <std::floating_point T>
TypeAccuracy measure(std::span<const Variant* const> variants, const Variant& reference_of_cost,
                     const Arrays<T>& arrays, const std::function<void()>& progress) {
    std::map<std::size_t, JudgedArrays<T>> by_size;
    std::vector<AccuracyRecord<T>> records;
    const auto add_record = [&](const Variant& variant) {
        const std::size_t size = std::min(arrays.a.size(), variant.default_size);
        const Arrays<T> part{arrays.a.first(size), arrays.b.first(size), arrays.owner};
        records.emplace_back(variant, by_size.try_emplace(size, part).first->second);
    };
    add_record(reference_of_cost);
    for (const Variant* const variant : variants) add_record(*variant);

    for (auto& [size, judged] : by_size) run_controls(records, judged);
    for (std::size_t run = 0; run < accuracy_runs; ++run) {
        progress();
        for (AccuracyRecord<T>& record : records) record.run_timed();
    }
    run_with_threads(records, progress);

    TypeAccuracy result{.type = type_name<T>, .size = 0, .threads = {}, .variants = {}};
    std::copy_if(std::begin(accuracy_threads), std::end(accuracy_threads), std::back_inserter(result.threads),
                 [](std::size_t threads) { return threads <= thread_limit(); });
    const double reference_seconds = records.front().seconds_per_element();
    for (auto record = std::next(records.begin()); record != records.end(); ++record) {
        result.size = std::max(result.size, record->size());
        result.variants.push_back(record->accuracy(reference_seconds));
    }
    return result;
}

}  // namespace

std::vector<TypeAccuracy> measure_accuracy(std::span<const Variant* const> variants, const Variant& reference_of_cost,
                                           std::span<const AnyArrays> data,
                                           const std::function<void(std::size_t done, std::size_t all)>& progress) {
    const std::size_t all = data.size() * (accuracy_runs + std::size(accuracy_threads));
    std::size_t done = 0;
    std::vector<TypeAccuracy> results;
    for (const AnyArrays& any : data) {
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                if constexpr (std::floating_point<T>) {
                    results.push_back(measure<T>(variants, reference_of_cost, arrays, [&] { progress(done++, all); }));
                }
            },
            any);
    }
    return results;
}

}  // namespace reductions
