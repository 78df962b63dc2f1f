// Prints what race detectors reported, and compares it with the catalog.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>

#include "contract/variant.hpp"
#include "race_lab/race_detector.hpp"
#include "report/table.hpp"

namespace reductions {

// What two detectors reported about a variant. The second one shows false alarms and may be missing.
struct DetectedVariant {
    const Variant* variant;
    Detection detection;
    std::optional<Detection> of_gcc;
};

// Prints a row for each variant: what the catalog says, what the detector found and where, and whether they agree.
void print_detections(std::ostream& out, std::span<const DetectedVariant> variants, const Terminal& terminal);

}  // namespace reductions
