// Variants side by side: each is checked and weighed, then all are timed in rounds.
#include "measure/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <limits>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include "contract/threads.hpp"
#include "judge/control_arrays.hpp"
#include "judge/reference.hpp"
#include "measure/heap.hpp"
#include "measure/limit_in_rounds.hpp"
#include "measure/memory.hpp"
#include "measure/rounds.hpp"

namespace reductions {
namespace {

// <what>/<type>/<size>/<threads>
std::string benchmark_name(std::string_view what, std::string_view type, std::size_t size) {
    return std::string{what} + '/' + std::string{type} + '/' + std::to_string(size) + '/' +
           std::to_string(thread_count());
}

// All digits; NaN without a sign.
template <typename Number>
std::string text_of(Number number) {
    if (std::isnan(static_cast<double>(number))) return "nan";
    std::ostringstream text;
    text << std::setprecision(std::numeric_limits<Number>::max_digits10) << number;
    return text.str();
}

// One pair of arrays, and what is needed to judge the answers.
template <Element T>
struct MeasuredArrays {
    Arrays<T> arrays;
    Reference<T> right;
    std::shared_ptr<std::optional<ControlArrays<T>>> control;
    std::size_t limit;
    std::vector<Measurement*> measurements = {};
};

// What `work` returns; NotEnoughMemory where the variant cannot have what it allocates, or its threads.
auto or_not_enough_memory(const Variant& variant, const auto& work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        throw NotEnoughMemory{std::string{variant.name} + ": not enough memory for what it allocates; " +
                              in_words(memory_at_start())};
    } catch (const std::system_error&) {
        throw NotEnoughMemory{std::string{variant.name} + ": not enough memory for its threads; " +
                              in_words(memory_at_start())};
    }
}

// Runs a variant on control arrays and judges the answer. Without the memory for that, nothing is counted.
template <Element T>
void run_control(Measurement& measurement, const Arrays<T>& arrays, const ControlArrays<T>& control) {
    try {
        measurement.judgement.count((*measurement.variant)(arrays.a, arrays.b), control);
    } catch (const std::bad_alloc&) {
        return;
    }
}

// Checks one variant on one pair of arrays, measures its heap, and adds a benchmark of it. The measurement has to live
// until the engine has run.
template <Element T>
void add_variant(Measurement& measurement, MeasuredArrays<T>& part, Rounds& rounds) {
    measurement.expected = part.right.expected;
    part.measurements.push_back(&measurement);
    const Variant& variant = *measurement.variant;
    const Arrays<T> placed = or_not_enough_memory(variant, [&] { return variant.place(part.arrays); });
    const std::function<Sum<T>()> call = [&measurement, &variant, placed, right = part.right] {
        const Sum<T> answer = or_not_enough_memory(variant, [&] { return variant(placed.a, placed.b); });
        measurement.judgement.count(answer, right);
        return answer;
    };
    measurement.answer = call();
    // The computation alone: judging an answer may allocate too.
    measurement.peak_heap =
        peak_heap([&] { or_not_enough_memory(variant, [&] { return variant(placed.a, placed.b); }); });
    const auto control = part.right.decides() ? nullptr : part.control;
    const auto body = [&measurement, call, control, bytes = 2 * part.arrays.a.size_bytes()](benchmark::State& state) {
        const Tally before = measurement.judgement.given();
        Sum<T> answer{};
        for (auto _ : state) answer = call();  // every call is judged, so none can be left out
        if (control && *control) run_control(measurement, (*control)->arrays(), **control);
        const Judgement& after = measurement.judgement;
        state.SetLabel(text_of(answer));
        const auto counter = [&](const char* name, std::size_t runs) {
            state.counters[name] = static_cast<double>(runs);
        };
        counter("wrong_runs", after.given().wrong() - before.wrong());
        counter("runs_within_rounding", after.given().within_rounding() - before.within_rounding());
        counter("control_runs", after.control().runs());
        counter("wrong_control_runs", after.control().wrong());
        counter("bytes_read", bytes);
        if (measurement.peak_heap) counter("peak_heap_bytes", *measurement.peak_heap);
    };
    rounds.add(benchmark_name(measurement.variant->name, measurement.type, measurement.size), call, body);
}

// Runs all variants of a part on all of its controls, where they want them to lie.
template <Element T>
void run_all_controls(const MeasuredArrays<T>& part) {
    std::optional<ControlArrays<T>>& control = *part.control;
    if (!control) return;
    for (std::size_t k = 0; k < control->count(); ++k) {
        if (k > 0) control->fill(k);
        for (Measurement* const measurement : part.measurements) {
            try {
                run_control(*measurement, measurement->variant->place(control->arrays()), *control);
            } catch (const std::bad_alloc&) {
                continue;
            }
        }
    }
}

}  // namespace

std::vector<Measurement> compare(std::span<const Variant* const> variants, std::span<const AnyArrays> data,
                                 const ComparisonOptions& options) {
    Rounds rounds{options.repetitions, options.progress, options.json};
    std::vector<Measurement> measurements;
    measurements.reserve(variants.size() * data.size());  // the benchmarks keep references
    std::vector<LimitInRounds> limits;
    std::vector<std::size_t> limit_of;  // of each measurement
    for (const AnyArrays& any : data) {
        std::visit(
            [&]<Element T>(const Arrays<T>& arrays) {
                std::map<std::size_t, MeasuredArrays<T>> parts;  // by size
                for (const Variant* variant : variants) {
                    const std::size_t size =
                        options.shorten_slow ? std::min(arrays.a.size(), variant->default_size) : arrays.a.size();
                    if (!parts.contains(size)) {
                        const Arrays<T> part{arrays.a.first(size), arrays.b.first(size), arrays.owner};
                        limits.emplace_back(rounds, benchmark_name("read_limit", type_name<T>, size),
                                            std::as_bytes(part.a), std::as_bytes(part.b));
                        parts[size] = {part, reference(part.a, part.b),
                                       std::make_shared<std::optional<ControlArrays<T>>>(control_arrays<T>(size)),
                                       limits.size() - 1};
                    }
                    MeasuredArrays<T>& part = parts[size];
                    Measurement& measurement = measurements.emplace_back();
                    measurement.variant = variant;
                    measurement.type = type_name<T>;
                    measurement.size = size;
                    measurement.threads = delivered_threads();
                    limit_of.push_back(part.limit);
                    add_variant(measurement, part, rounds);
                }
                for (const auto& [size, part] : parts) run_all_controls(part);
            },
            any);
    }

    rounds.run();
    std::vector<std::size_t> fastest;
    for (const LimitInRounds& limit : limits) {
        fastest.push_back(limit.fastest(rounds));
        rounds.write(limit.name_of(fastest.back()), limit.name());
    }
    for (std::size_t i = 0; i < measurements.size(); ++i) {
        Measurement& measurement = measurements[i];
        const std::string name = benchmark_name(measurement.variant->name, measurement.type, measurement.size);
        measurement.seconds = rounds.seconds(name);
        rounds.write(name, name);
        const LimitInRounds& limit = limits[limit_of[i]];
        const std::size_t loop = fastest[limit_of[i]];
        measurement.limit_seconds = rounds.seconds(limit.name_of(loop));
        measurement.limit_loop = limit.loop(loop).name;
    }
    rounds.finish();
    return measurements;
}

}  // namespace reductions
