// One variant, timed in rounds. Every answer is judged.
#pragma once

#include <memory>

#include "measure/judged_arrays.hpp"
#include "measure/measurement.hpp"
#include "measure/rounds.hpp"

namespace reductions {

// The name of a benchmark: <what>/<type>/<size>/<threads>. /busy_cores:<number> follows if cores are kept busy.
std::string benchmark_name(std::string_view what, std::string_view type, std::size_t size, std::size_t busy_cores = 0);

// Checks measurement.variant on the arrays, measures its peak heap, and adds a benchmark of it to the rounds. Its
// answers and judgements go to the measurement, which must live until the rounds have run. Throws NotEnoughMemory.
template <Element T>
void add_to_rounds(Measurement& measurement, const std::shared_ptr<JudgedArrays<T>>& judged, Rounds& rounds);

// Runs measurement.variant on the control arrays and judges the answer. Counts nothing if there is not enough memory.
template <Element T>
void run_control(Measurement& measurement, const Arrays<T>& arrays, const ControlArrays<T>& control);

}  // namespace reductions
