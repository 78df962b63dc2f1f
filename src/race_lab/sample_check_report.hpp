// The result of a check in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "race_lab/race_detector.hpp"
#include "race_lab/sample_check.hpp"

namespace reductions {

// "int64, 10 elements, 2 threads: wrong in 3 of 25 runs; 1 of 2 slices"
std::string run_in_words(const SampleRun& run);

// What is wrong and where, in one line. Without a detection, no race detector was run.
std::string conclusion(const std::vector<SampleRun>& runs, const std::optional<Detection>& detection);

}  // namespace reductions
