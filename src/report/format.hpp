// Figures as text: three digits that count and a unit. What is not a finite number, and no answer, was not measured:
// "-".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "judge/tally.hpp"

namespace reductions {

std::string format_seconds(double seconds);                      // "3.12 ms"
std::string format_bytes(std::size_t bytes);                     // "160 MB", in powers of 1000 as the article has them
std::string format_count(std::size_t count);                     // "9,999,999"
std::string format_answer(const Answer& answer);                 // all digits: reading it back gives the same number
std::string format_answers(const std::vector<Answer>& answers);  // "1, 2, 3": the first few, and how many more
std::string format_percent(double fraction);                     // "1.6%", "16%"
std::string format_digits(double value);                         // "3.12", "31.2", "312", "3120"

// That other programs kept so many cores busy while something was measured, in a line; nothing where they did not.
std::string other_work_in_words(std::optional<double> cores);

}  // namespace reductions
