// Figures as text, with three significant digits and a unit. A figure that is not a finite number was not measured, and
// is shown as "-".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/tally.hpp"
#include "measure/memory.hpp"

namespace reductions {

std::string format_seconds(double seconds);                      // "3.12 ms"
std::string format_bytes(std::size_t bytes);                     // "160 MB", in powers of 1000, as in the article
std::string format_count(std::size_t count);                     // "9,999,999"
std::string format_answer(const Answer& answer);                 // all digits: reading it back gives the same number
std::string format_answers(const std::vector<Answer>& answers);  // "1, 2, 3": the first ones, and how many more
std::string format_percent(double fraction);                     // "1.6%", "16%"
std::string format_ratio(double ratio);                          // "4.31×", "1,421,282×"
std::string format_time_left(double seconds);                    // "12 s", "3 min", rounded up
std::string format_digits(double value);                         // "3.12", "31.2", "312", "3120"

// "  verdict     right" and the end of the line: one of several facts below each other.
std::string format_fact(std::string_view what, std::string_view value, std::size_t width = 12);
// "200 MB is available (the memory cgroup '/batch/7')".
std::string memory_in_words(const AvailableMemory& memory);

// A line that says how many cores other programs kept busy during a measurement. Empty if they kept few of them busy.
std::string other_work_in_words(std::optional<double> cores);

}  // namespace reductions
