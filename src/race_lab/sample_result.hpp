// What a sample finds out about its variant: answers, time and memory, and what wrong sums are made of.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "contract/arrays.hpp"
#include "contract/variant.hpp"
#include "judge/judgement.hpp"
#include "measure/statistics.hpp"
#include "race_lab/composition.hpp"

namespace reductions {

struct SampleResult {
    std::size_t threads = 0;  // delivered
    std::size_t slices = 0;   // one per requested thread; made_of counts them
    Answer expected;
    std::vector<Answer> first_answers;
    Judgement judgement;
    CountedCompositions made_of;  // the wrong answers of control runs
    double best_seconds = 0;
    std::optional<std::size_t> peak_heap;

    // All runs, on the given arrays and on control arrays.
    std::size_t runs() const { return judgement.given().runs() + judgement.control().runs(); }

    // The share of such runs that may be wrong.
    Interval failure_rate() const {
        return wilson_interval(judgement.given().wrong() + judgement.control().wrong(), runs());
    }
};

// Runs the variant on control arrays, then on the given arrays until its best time no longer falls, and once more for
// its peak heap. Throws std::bad_alloc if the variant does.
template <Element T>
SampleResult sample_result(const Variant& variant, const Arrays<T>& given);

}  // namespace reductions
