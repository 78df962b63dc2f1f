// Text in UTF-8, one character at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reductions {

// The last character of Unicode.
inline constexpr char32_t last_character = 0x10FFFF;

// Removes the first character from the text, which must not be empty, and returns it. If the text does not begin with a
// valid character, removes nothing and returns nothing.
std::optional<char32_t> take_character(std::string_view& text);

// Appends a character, up to U+10FFFF.
void append_character(std::string& text, char32_t character);

}  // namespace reductions
