// UTF-8 as RFC 3629 defines it: no surrogates, nothing above U+10FFFF, and always the shortest form.
#include "arrays/utf8.hpp"

#include <cstddef>

namespace reductions {
namespace {

// The number of bytes of the character that begins with this byte; 0 if no character does.
std::size_t length_of(unsigned char first) {
    if (first < 0x80) return 1;
    if (first < 0xC0) return 0;
    if (first < 0xE0) return 2;
    if (first < 0xF0) return 3;
    return first < 0xF8 ? 4 : 0;
}

std::size_t shortest_length_of(char32_t character) {
    if (character < 0x80) return 1;
    if (character < 0x800) return 2;
    return character < 0x10000 ? 3 : 4;
}

bool is_surrogate(char32_t character) { return character >= 0xD800 && character <= 0xDFFF; }

}  // namespace

std::optional<char32_t> take_character(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = length_of(first);
    if (length == 0 || length > text.size()) return std::nullopt;
    char32_t character = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return std::nullopt;
        character = character << 6 | (next & 0x3FU);
    }
    if (shortest_length_of(character) != length || is_surrogate(character) || character > last_character) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return character;
}

void append_character(std::string& text, char32_t character) {
    const std::size_t length = shortest_length_of(character);
    if (length == 1) {
        text += static_cast<char>(character);
        return;
    }
    const char32_t length_mark = 0xF00U >> length & 0xFFU;  // as many ones as there are bytes, then a zero
    text += static_cast<char>(length_mark | character >> 6 * (length - 1));
    for (std::size_t i = length - 1; i-- > 0;) text += static_cast<char>(0x80U | (character >> 6 * i & 0x3FU));
}

}  // namespace reductions
