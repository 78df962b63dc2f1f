// A sample that was built for ThreadSanitizer, run several times.
#pragma once

#include <cstddef>
#include <filesystem>

#include "race_lab/race_detector.hpp"

namespace reductions {

// Runs the sample on 10,000 elements with four threads, and counts the runs in which a race was reported.
Detection run_under_detector(const std::filesystem::path& sample, std::size_t runs);

}  // namespace reductions
