// Detectors against the catalog, as a person reads it.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>

#include "contract/variant.hpp"
#include "race_lab/race_detector.hpp"
#include "report/table.hpp"

namespace reductions {

// What two detectors said of a variant; the second one is there for its false alarms, and need not be there.
struct DetectedVariant {
    const Variant* variant;
    Detection detection;
    std::optional<Detection> of_gcc;
};

// A row for each variant: what the catalog says, what the detector found and where, and whether that agrees.
void print_detections(std::ostream& out, std::span<const DetectedVariant> variants, const Terminal& terminal);

}  // namespace reductions
