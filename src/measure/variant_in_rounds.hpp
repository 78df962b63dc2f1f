// One variant, timed in rounds. Every answer is judged.
#pragma once

#include <memory>

#include "measure/judged_arrays.hpp"
#include "measure/measurement.hpp"
#include "measure/rounds.hpp"

namespace reductions {

// Checks measurement.variant on the arrays, measures its peak heap, and adds a benchmark of it to the rounds. Its
// answers and judgements go to the measurement, which must live until the rounds have run. Throws NotEnoughMemory.
template <Element T>
void add_to_rounds(Measurement& measurement, const std::shared_ptr<JudgedArrays<T>>& judged, Rounds& rounds);

// Runs measurement.variant on the control arrays and judges the answer. Counts nothing if there is not enough memory.
template <Element T>
void run_control(Measurement& measurement, const Arrays<T>& arrays, const ControlArrays<T>& control);

}  // namespace reductions
