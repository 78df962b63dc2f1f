// Escapes as C++ and Python write them: \n, \x1b, \u202e.
#include "arrays/printable.hpp"

#include <array>
#include <cstdio>
#include <optional>

#include "arrays/utf8.hpp"

namespace reductions {
namespace {

bool is_visible(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool separates_lines = c == 0x2028 || c == 0x2029;
    // The characters with Unicode's property Bidi_Control.
    const bool turns_direction =
        c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !separates_lines && !turns_direction;
}

std::string escaped(char32_t c) {
    if (c == '\n') return "\\n";
    if (c == '\r') return "\\r";
    if (c == '\t') return "\\t";
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), c < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(c));
    return text.data();
}

}  // namespace

std::string printable(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::string_view rest = text;
        const std::optional<char32_t> character = take_character(text);
        if (!character) {
            shown += escaped(static_cast<unsigned char>(text.front()));
            text.remove_prefix(1);
        } else if (is_visible(*character)) {
            shown += rest.substr(0, rest.size() - text.size());
        } else {
            shown += escaped(*character);
        }
    }
    return shown;
}

}  // namespace reductions
