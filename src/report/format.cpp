// Figures as text.
#include "report/format.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdio>
#include <string_view>

#include "measure/other_work.hpp"

namespace reductions {
namespace {

std::string with_decimals(double value, int decimals) {
    if (!std::isfinite(value)) return "-";
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

// The value in the largest unit that leaves at least 1 before the point; each unit is 1000 times the one before.
template <std::size_t count>
std::string with_unit(double value, const std::array<std::string_view, count>& units) {
    std::size_t unit = 0;
    while (unit + 1 < count && value >= 999.5) {  // which would be written as 1000
        value /= 1000;
        ++unit;
    }
    return format_digits(value) + ' ' + std::string{units[unit]};
}

// The shortest text that reads back as the same number; a whole number without an exponent, as long as it is exact.
template <typename Number>
std::string shortest(Number value) {
    std::array<char, 64> text{};
    char* const end = text.data() + text.size();
    if constexpr (std::floating_point<Number>) {
        if (std::isnan(value)) return "nan";  // its sign means nothing
        if (value == std::round(value) && std::abs(value) < 1e16) {
            return {text.data(), std::to_chars(text.data(), end, value, std::chars_format::fixed).ptr};
        }
    }
    return {text.data(), std::to_chars(text.data(), end, value).ptr};
}

}  // namespace

std::string format_digits(double value) { return with_decimals(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2); }

std::string format_percent(double fraction) {
    const double percent = 100 * fraction;
    if (!std::isfinite(percent)) return "-";
    return with_decimals(percent, percent >= 9.95 ? 0 : 1) + '%';
}

std::string format_seconds(double seconds) {
    return with_unit(seconds * 1e9, std::array<std::string_view, 4>{"ns", "µs", "ms", "s"});
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

std::string format_answer(const Answer& answer) {
    return std::visit([](auto value) { return shortest(value); }, answer);
}

std::string format_answers(const std::vector<Answer>& answers) {
    constexpr std::size_t most = 5;  // as many as the article prints
    std::string text;
    for (std::size_t i = 0; i < answers.size() && i < most; ++i) {
        text += (i == 0 ? "" : ", ") + format_answer(answers[i]);
    }
    const bool at_least = answers.size() == Tally::most_kept;  // it keeps no more
    if (answers.size() > most) {
        text += std::string{" and "} + (at_least ? "at least " : "") + format_count(answers.size() - most) + " more";
    }
    return text;
}

std::string other_work_in_words(std::optional<double> cores) {
    if (!is_busy(cores)) return {};
    return "Other programs kept " + format_digits(*cores) +
           " cores busy meanwhile: times and their ratios are off, and races show less often.\n";
}

}  // namespace reductions
