// One variant, timed in rounds. Every answer is judged.
#include "measure/variant_in_rounds.hpp"

#include <cstdint>
#include <new>
#include <system_error>

#include "contract/threads.hpp"
#include "measure/answer_text.hpp"
#include "measure/benchmark_name.hpp"
#include "measure/heap.hpp"
#include "measure/memory.hpp"

namespace reductions {
namespace {

// Returns what `work` returns. Throws NotEnoughMemory if the variant cannot allocate memory or start threads.
auto or_not_enough_memory(const Variant& variant, const auto& work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        throw NotEnoughMemory{std::string{variant.name} + ": not enough memory for what it allocates"};
    } catch (const std::system_error&) {
        throw NotEnoughMemory{std::string{variant.name} + ": not enough memory for its threads"};
    }
}

// The figures that go into the engine's JSON with one repetition. `before` is the tally before the repetition.
void set_counters(benchmark::State& state, const Measurement& measurement, const Tally& before, std::size_t bytes) {
    const auto counter = [&](const char* name, std::size_t value) {
        state.counters[name] = static_cast<double>(value);
    };
    const Judgement& after = measurement.judgement;
    counter("wrong_runs", after.given().wrong() - before.wrong());
    counter("runs_within_rounding", after.given().within_rounding() - before.within_rounding());
    counter("control_runs", after.control().runs());
    counter("wrong_control_runs", after.control().wrong());
    counter("bytes_read", bytes);
    if (measurement.peak_heap) counter("peak_heap_bytes", *measurement.peak_heap);
}

}  // namespace

template <Element T>
void run_control(Measurement& measurement, const Arrays<T>& arrays, const ControlArrays<T>& control) {
    try {
        measurement.judgement.count((*measurement.variant)(arrays.a, arrays.b), control);
    } catch (const std::bad_alloc&) {
        return;
    }
}

template <Element T>
void add_to_rounds(Measurement& measurement, const std::shared_ptr<JudgedArrays<T>>& judged, Rounds& rounds) {
    const Variant& variant = *measurement.variant;
    const Arrays<T> placed = or_not_enough_memory(variant, [&] { return variant.place(judged->arrays); });
    const auto compute = [&variant, placed] {
        return or_not_enough_memory(variant, [&] { return variant(placed.a, placed.b); });
    };
    const auto call = [&measurement, compute, judged] {
        const Sum<T> answer = compute();
        measurement.judgement.count(answer, judged->reference);
        return answer;
    };
    measurement.expected = judged->reference.expected;
    measurement.answer = call();
    measurement.peak_heap = peak_heap(compute);  // without the judge, which may allocate too
    const auto body = [&measurement, call, judged](benchmark::State& state) {
        const Tally before = measurement.judgement.given();
        Sum<T> answer{};
        for (auto _ : state) answer = call();  // the judge needs each answer, so the compiler removes no call
        if (judged->control && !judged->reference.decides())
            run_control(measurement, judged->control->arrays(), *judged->control);
        state.SetLabel(text_of(answer));
        set_counters(state, measurement, before, 2 * judged->arrays.a.size_bytes());
    };
    rounds.add(benchmark_name(variant.name, measurement.type, measurement.size, thread_count()), call, body);
}

template void run_control(Measurement&, const Arrays<std::int64_t>&, const ControlArrays<std::int64_t>&);
template void run_control(Measurement&, const Arrays<std::int32_t>&, const ControlArrays<std::int32_t>&);
template void run_control(Measurement&, const Arrays<double>&, const ControlArrays<double>&);
template void run_control(Measurement&, const Arrays<float>&, const ControlArrays<float>&);

template void add_to_rounds(Measurement&, const std::shared_ptr<JudgedArrays<std::int64_t>>&, Rounds&);
template void add_to_rounds(Measurement&, const std::shared_ptr<JudgedArrays<std::int32_t>>&, Rounds&);
template void add_to_rounds(Measurement&, const std::shared_ptr<JudgedArrays<double>>&, Rounds&);
template void add_to_rounds(Measurement&, const std::shared_ptr<JudgedArrays<float>>&, Rounds&);

}  // namespace reductions
