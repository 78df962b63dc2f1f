// Runs a sample that was built for ThreadSanitizer.
#pragma once

#include <cstddef>
#include <filesystem>

#include "race_lab/race_detector.hpp"

namespace reductions {

// Runs the sample several times on 10,000 elements with four threads, and counts the runs that report a race.
Detection run_under_detector(const std::filesystem::path& sample, std::size_t runs);

}  // namespace reductions
