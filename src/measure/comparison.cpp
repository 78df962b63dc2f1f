// Compares variants: checks each one, then times all of them in rounds.
#include "measure/comparison.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <new>
#include <string>

#include "contract/threads.hpp"
#include "measure/benchmark_name.hpp"
#include "measure/busy_cores.hpp"
#include "measure/judged_arrays.hpp"
#include "measure/plain_read_in_rounds.hpp"
#include "measure/rounds.hpp"
#include "measure/variant_in_rounds.hpp"

namespace reductions {
namespace {

std::string plain_read_name(std::string_view type, std::size_t size, std::size_t busy_cores) {
    return benchmark_name("plain_read", type, size, thread_count(), busy_cores);
}

// Runs the variants that got these arrays on all control arrays, placed as each variant wants them.
template <Element T>
void run_controls(std::vector<Measurement>& measurements, JudgedArrays<T>& judged) {
    if (!judged.control) return;
    for (std::size_t k = 0; k < judged.control->count(); ++k) {
        if (k > 0) judged.control->fill(k);
        for (Measurement& measurement : measurements) {
            if (measurement.size != judged.arrays.a.size()) continue;
            try {
                run_control(measurement, measurement.variant->place(judged.control->arrays()), *judged.control);
            } catch (const std::bad_alloc&) {
                continue;  // no memory to place them
            }
        }
    }
}

// Checks the variants on arrays of one type. Adds the variants, and the plain read for each size that they get, to the
// rounds.
template <Element T>
void prepare(TypeMeasurements& measured, std::vector<PlainReadInRounds>& plain_reads, Rounds& rounds,
             std::span<const Variant* const> variants, const Arrays<T>& arrays, const ComparisonOptions& options) {
    measured.type = type_name<T>;
    measured.variants.reserve(variants.size());  // the rounds refer to the elements
    std::map<std::size_t, std::shared_ptr<JudgedArrays<T>>> by_size;
    for (const Variant* const variant : variants) {
        const std::size_t size =
            options.shorten_slow ? std::min(arrays.a.size(), variant->default_size) : arrays.a.size();
        std::shared_ptr<JudgedArrays<T>>& judged = by_size[size];
        if (!judged) {
            const Arrays<T> part{arrays.a.first(size), arrays.b.first(size), arrays.owner};
            plain_reads.emplace_back(rounds, plain_read_name(type_name<T>, size, options.busy_cores),
                                     std::as_bytes(part.a), std::as_bytes(part.b));
            judged = std::make_shared<JudgedArrays<T>>(part);
        }
        Measurement& measurement = measured.variants.emplace_back();
        measurement.variant = variant;
        measurement.type = type_name<T>;
        measurement.size = size;
        add_to_rounds(measurement, judged, rounds);
    }
    for (const auto& [size, judged] : by_size) run_controls(measured.variants, *judged);
}

// Takes the times of a variant and of its plain read from the rounds, and writes the variant's rounds as JSON.
void finish(Measurement& measurement, const std::vector<PlainReadInRounds>& plain_reads, Rounds& rounds,
            std::size_t busy_cores) {
    const std::string_view variant = measurement.variant->name;
    const std::string name = benchmark_name(variant, measurement.type, measurement.size, thread_count());
    measurement.seconds = rounds.seconds(name);
    rounds.write(name, benchmark_name(variant, measurement.type, measurement.size, thread_count(), busy_cores));
    const std::string wanted = plain_read_name(measurement.type, measurement.size, busy_cores);
    const auto plain_read = std::find_if(plain_reads.begin(), plain_reads.end(),
                                         [&](const PlainReadInRounds& each) { return each.name() == wanted; });
    measurement.read_loop = plain_read->loop();
    measurement.read_seconds = plain_read->seconds();
}

}  // namespace

std::vector<TypeMeasurements> compare(std::span<const Variant* const> variants, std::span<const AnyArrays> data,
                                      const ComparisonOptions& options) {
    const BusyCores busy_cores{options.busy_cores};
    Rounds rounds{options.repetitions, options.progress, options.json};
    std::vector<TypeMeasurements> measured(data.size());
    std::vector<PlainReadInRounds> plain_reads;
    for (std::size_t i = 0; i < data.size(); ++i) {
        std::visit([&](const auto& arrays) { prepare(measured[i], plain_reads, rounds, variants, arrays, options); },
                   data[i]);
    }
    rounds.run();
    for (PlainReadInRounds& plain_read : plain_reads) plain_read.finish(rounds);
    for (TypeMeasurements& type : measured) {
        for (Measurement& measurement : type.variants) finish(measurement, plain_reads, rounds, options.busy_cores);
    }
    rounds.finish();
    return measured;
}

bool a_right_variant_was_wrong(std::span<const TypeMeasurements> measured) {
    const auto failed = [](const Measurement& m) {
        return m.variant->expectation == Expectation::right && m.judgement.wrong();
    };
    return std::any_of(measured.begin(), measured.end(), [&](const TypeMeasurements& type) {
        return std::any_of(type.variants.begin(), type.variants.end(), failed);
    });
}

}  // namespace reductions
