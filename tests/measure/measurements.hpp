// Known measurements, for tests of figures and reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "measure/comparison.hpp"
#include "variants/right_variants.hpp"

namespace reductions::testing {

inline const Reference<std::int64_t> right_answer{36, 36, 36, 36, 36};

// A variant that was right in one run, and took these times in the rounds. The plain read took a millisecond each time.
inline Measurement measurement(std::string_view variant, std::string_view type, std::size_t size,
                               const std::vector<double>& seconds) {
    static const ControlArrays<std::int64_t> control{10};
    Measurement m{};
    m.variant = &variant_named(variant);
    m.type = type;
    m.size = size;
    m.expected = m.answer = std::int64_t{36};
    m.judgement.count<std::int64_t>(36, right_answer);
    m.judgement.count(control.expected(), control);
    m.peak_heap = 1000;
    m.seconds = seconds;
    m.read_loop = "read somehow";
    m.read_seconds = std::vector<double>(seconds.size(), 0.001);
    return m;
}

}  // namespace reductions::testing
