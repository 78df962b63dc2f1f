// What a sample finds out about its variant.
#include "race_lab/sample_result.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <new>
#include <type_traits>

#include "contract/threads.hpp"
#include "judge/control_arrays.hpp"
#include "judge/reference.hpp"
#include "measure/heap.hpp"
#include "measure/stopwatch.hpp"

namespace reductions {
namespace {

// The variant is called for the best time until that has not fallen for this many calls, or for this long.
constexpr std::size_t runs_without_gain = 20;
constexpr std::size_t control_runs = 5;
constexpr double longest = 1;  // seconds
// The article prints five answers of its bad function.
constexpr std::size_t most_first_answers = 5;

template <Element T>
void run_timed(SampleResult& result, const Variant& variant, const Arrays<T>& arrays, const Reference<T>& right) {
    result.best_seconds = std::numeric_limits<double>::infinity();
    double spent = 0;
    for (std::size_t without_gain = 0; without_gain < runs_without_gain && spent < longest; ++without_gain) {
        const Stopwatch stopwatch;
        const Sum<T> answer = variant(arrays.a, arrays.b);
        const double seconds = stopwatch.seconds();
        result.judgement.count(answer, right);
        if (result.first_answers.size() < most_first_answers) result.first_answers.emplace_back(answer);
        spent += seconds;
        if (seconds < result.best_seconds) {
            result.best_seconds = seconds;
            without_gain = 0;
        }
    }
}

// This run is judged too, because a race may show in it.
template <Element T>
void run_for_heap(SampleResult& result, const Variant& variant, const Arrays<T>& arrays, const Reference<T>& right) {
    Sum<T> answer{};
    result.peak_heap = peak_heap([&] { answer = variant(arrays.a, arrays.b); });
    if (result.peak_heap) result.judgement.count(answer, right);
}

// What the answer is made of, in terms of the elements that count in this control.
template <Element T>
Composition composition_of(Sum<T> answer, const ControlArrays<T>& control, std::size_t slices) {
    const Arrays<T> arrays = control.arrays();
    const Decomposition decomposition{arrays.a, arrays.b, slices};
    using Number = std::conditional_t<std::integral<T>, std::int64_t, double>;
    return decomposition.of(static_cast<Number>(answer));
}

// Runs each control once, or several times if there are few.
template <Element T>
void run_controls(SampleResult& result, const Variant& variant, std::size_t size) try {
    std::optional<ControlArrays<T>> control = control_arrays<T>(size);
    if (!control) return;
    std::map<Composition, std::size_t> made_of;
    const Stopwatch stopwatch;
    for (std::size_t k = 0; k < control->count(); ++k) {
        if (k > 0) control->fill(k);
        const Arrays<T> arrays = variant.place(control->arrays());
        for (std::size_t run = 0; run < std::max<std::size_t>(control_runs / control->count(), 1); ++run) {
            if (run > 0 && stopwatch.seconds() > longest) break;
            const Sum<T> answer = variant(arrays.a, arrays.b);
            result.judgement.count(answer, *control);
            const bool all_elements_count = control->count() == 1;
            if (all_elements_count && control->verdict(answer) == Verdict::wrong) {
                ++made_of[composition_of(answer, *control, result.slices)];
            }
        }
    }
    result.made_of = by_frequency(made_of);
} catch (const std::bad_alloc&) {
    return;  // there are fewer control runs, and the verdict says how many
}

}  // namespace

template <Element T>
SampleResult sample_result(const Variant& variant, const Arrays<T>& given) {
    const Reference<T> right = reference(given.a, given.b);
    SampleResult result;
    result.slices = thread_count();
    // The control runs come first, while the variant has no threads yet. TBB is not built for ThreadSanitizer, which
    // therefore does not see how TBB passes data that is written later to threads that already exist.
    run_controls<T>(result, variant, given.a.size());
    const Arrays<T> arrays = variant.place(given);
    run_timed(result, variant, arrays, right);
    run_for_heap(result, variant, arrays, right);
    result.threads = delivered_threads();
    result.expected = right.expected;
    return result;
}

template SampleResult sample_result(const Variant&, const Arrays<std::int64_t>&);
template SampleResult sample_result(const Variant&, const Arrays<std::int32_t>&);
template SampleResult sample_result(const Variant&, const Arrays<double>&);
template SampleResult sample_result(const Variant&, const Arrays<float>&);

}  // namespace reductions
