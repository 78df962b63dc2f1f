// Text in UTF-8, a character at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ssd {

// The last one that Unicode has.
inline constexpr char32_t last_character = 0x10FFFF;

// Takes the first character off the text, which is not empty. Where no valid character begins, takes nothing and
// returns nothing.
std::optional<char32_t> take_character(std::string_view& text);

// Appends a character, up to U+10FFFF.
void append_character(std::string& text, char32_t character);

}  // namespace ssd
