// Figures as text.
#include "report/format.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "measure/answer_text.hpp"
#include "measure/other_work.hpp"

namespace reductions {
namespace {

std::string with_decimals(double value, int decimals) {
    if (!std::isfinite(value)) return "-";
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

// The value in the largest unit in which it is at least 1. Each unit is 1000 times the one before.
template <std::size_t count>
std::string with_unit(double value, const std::array<std::string_view, count>& units) {
    std::size_t unit = 0;
    while (unit + 1 < count && value >= 999.5) {  // 999.5 would be shown as 1000
        value /= 1000;
        ++unit;
    }
    return format_digits(value) + ' ' + std::string{units[unit]};
}

}  // namespace

std::string format_digits(double value) { return with_decimals(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2); }

std::string format_percent(double fraction) {
    const double percent = 100 * fraction;
    if (!std::isfinite(percent)) return "-";
    return with_decimals(percent, percent >= 9.95 ? 0 : 1) + '%';
}

std::string format_ratio(double ratio) {
    if (!std::isfinite(ratio)) return "-";
    return (ratio < 1000 ? format_digits(ratio) : format_count(static_cast<std::size_t>(ratio))) + "×";
}

std::string format_seconds(double seconds) {
    return with_unit(seconds * 1e9, std::array<std::string_view, 4>{"ns", "µs", "ms", "s"});
}

std::string format_time_left(double seconds) {
    const auto whole = static_cast<std::size_t>(std::ceil(seconds));
    return whole < 60 ? std::to_string(whole) + " s" : std::to_string((whole + 59) / 60) + " min";
}

std::string format_bytes(std::size_t bytes) {
    if (bytes < 1000) return std::to_string(bytes) + " B";
    return with_unit(static_cast<double>(bytes) / 1000, std::array<std::string_view, 4>{"kB", "MB", "GB", "TB"});
}

std::string format_count(std::size_t count) {
    std::string text = std::to_string(count);
    for (std::size_t place = text.size(); place > 3;) text.insert(place -= 3, 1, ',');
    return text;
}

std::string format_answer(const Answer& answer) { return text_of(answer); }

std::string format_answers(const std::vector<Answer>& answers) {
    constexpr std::size_t most = 5;  // as many as the article prints
    std::string text;
    for (std::size_t i = 0; i < answers.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + format_answer(answers[i]);
    }
    const bool at_least = answers.size() == Tally::most_kept;  // a tally keeps no more
    if (answers.size() > most) {
        text += std::string{" and "} + (at_least ? "at least " : "") + format_count(answers.size() - most) + " more";
    }
    return text;
}

std::string format_fact(std::string_view what, std::string_view value, std::size_t width) {
    return "  " + std::string{what} + std::string(width - what.size(), ' ') + std::string{value} + '\n';
}

std::string memory_in_words(const AvailableMemory& memory) {
    if (memory.bytes == AvailableMemory::unknown) return "the system does not report how much is available";
    return format_bytes(memory.bytes) + " is available (" + memory.limited_by + ')';
}

std::string other_work_in_words(std::optional<double> cores) {
    if (!is_busy(cores)) return {};
    return "Other programs kept " + format_digits(*cores) +
           " cores busy. Times and their ratios are therefore unreliable, and races show less often.\n";
}

}  // namespace reductions
