// An answer as text.
#pragma once

#include <string>

#include "judge/tally.hpp"

namespace reductions {

// The shortest text that reads back as the same number, such as "36", "0.1" or "1e+300". Whole numbers below 10^16 have
// no exponent. NaN has no sign.
std::string text_of(const Answer& answer);

}  // namespace reductions
