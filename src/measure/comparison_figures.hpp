// The figures that a comparison shows, computed from its measurements.
//
// A time is the median of the rounds. A ratio is the median of the rounds' ratios, so it stays the same when the
// machine changes its speed between rounds.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "measure/comparison.hpp"
#include "measure/measurement.hpp"

namespace reductions {

// One variant on the arrays of one type.
struct VariantFigures {
    const Measurement* measurement;  // from which the figures were computed
    double seconds;                  // wall-clock time of one call
    // Half of the rounds are within this distance of `seconds`, as a fraction of it. Nothing for a single round.
    std::optional<double> spread;
    double speed;  // how many times as fast as the first variant, in time per element: slow variants get fewer elements
    // Bytes of both arrays read per second. Nothing for a variant that is wrong on purpose: it need not read them.
    std::optional<double> bytes_per_second;
    // The plain read's time as a fraction of the variant's time. Nothing for a variant that is wrong on purpose, and
    // for empty arrays.
    std::optional<double> share_of_read_speed;
    double time_of_first_type;  // the time as a multiple of the same variant's time with the first type
};

// The fastest plain read of both arrays.
struct ReadSpeedFigures {
    std::string loop;  // how it reads, in words
    double seconds;
    double bytes_per_second;
};

// The variants on the arrays of one type, in their order.
struct TypeFigures {
    std::string_view type;
    std::size_t size;                            // elements in each array: the most that a variant got
    Answer expected;                             // the right answer for that many
    std::optional<ReadSpeedFigures> read_speed;  // for that many; nothing for empty arrays
    std::vector<VariantFigures> variants;
};

// Computes the figures, for at least one type and one variant. They refer to the measurements, which must outlive them.
std::vector<TypeFigures> figures_of(std::span<const TypeMeasurements> measured);

}  // namespace reductions
