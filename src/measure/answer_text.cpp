// An answer as text.
#include "measure/answer_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <variant>

namespace reductions {
namespace {

template <typename Number>
std::string shortest(Number value) {
    std::array<char, 64> text{};
    char* const end = text.data() + text.size();
    if constexpr (std::floating_point<Number>) {
        if (std::isnan(value)) return "nan";
        if (value == std::round(value) && std::abs(value) < 1e16) {
            return {text.data(), std::to_chars(text.data(), end, value, std::chars_format::fixed).ptr};
        }
    }
    return {text.data(), std::to_chars(text.data(), end, value).ptr};
}

}  // namespace

std::string text_of(const Answer& answer) {
    return std::visit([](auto value) { return shortest(value); }, answer);
}

}  // namespace reductions
