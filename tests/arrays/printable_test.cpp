// Which characters of text from outside are shown as they are, and which are escaped.
#include "arrays/printable.hpp"

#include <string>

#include "arrays/utf8.hpp"
#include "catch.hpp"

using namespace reductions;

TEST_CASE("visible characters are shown as they are", "[printable]") {
    for (const char* const text : {"", "plain text, 'quoted'", "C:\\new\\x1b", "é ü 日本 ∑ 🙂"}) {
        CHECK(printable(text) == text);
    }
}

TEST_CASE("control characters and line separators are escaped, and so is invalid UTF-8", "[printable]") {
    CHECK(printable("\x1b[31mred\x1b[2J\a") == "\\x1b[31mred\\x1b[2J\\x07");
    CHECK(printable("two\nlines\r\n\tand\x7F") == "two\\nlines\\r\\n\\tand\\x7f");
    CHECK(printable(std::string(1, '\0')) == "\\x00");
    CHECK(printable("\xC2\x9B"
                    "31m") == "\\x9b31m");                       // a control sequence in one character
    CHECK(printable("a\u2028b\u2029c") == "a\\u2028b\\u2029c");  // line separators
    CHECK(printable("\xFF\xC3") == "\\xff\\xc3");
    CHECK(printable("\xC3(") == "\\xc3(");
    CHECK(printable("\xC0\x8A") == "\\xc0\\x8a");                    // a line feed in an overlong encoding
    CHECK(printable("\xED\xA0\x80") == "\\xed\\xa0\\x80");           // a surrogate
    CHECK(printable("\xF4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");  // above the last character
}

TEST_CASE("marks that change the direction of writing are escaped", "[printable]") {
    std::string marks;
    for (const char16_t mark : {u'\u061C', u'\u200E', u'\u200F', u'\u202A', u'\u202E', u'\u2066', u'\u2069'}) {
        append_character(marks, mark);
    }
    CHECK(printable(marks) == "\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069");
}

TEST_CASE("escaping twice changes nothing", "[printable]") {
    const std::string once = printable("a\x1b\\x1b\xFF\n");
    CHECK(printable(once) == once);
}

TEST_CASE("characters survive a round trip through UTF-8", "[printable]") {
    for (const char32_t character :
         std::u32string{U'\0', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF}) {
        std::string text;
        append_character(text, character);
        std::string_view rest = text;
        CHECK(take_character(rest) == character);
        CHECK(rest.empty());
        // A part of the sequence is not a character.
        std::string_view part = std::string_view{text}.substr(0, text.size() - 1);
        CHECK((part.empty() || !take_character(part)));
    }
}
