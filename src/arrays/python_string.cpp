// String literals as docs.python.org/3/reference/lexical_analysis.html defines them, except \N{name of a character}.
#include "arrays/python_string.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

#include "arrays/python_error.hpp"
#include "arrays/utf8.hpp"

namespace reductions {
namespace {

struct Escape {
    char letter;
    char meaning;
};
constexpr std::array<Escape, 10> escapes = {{{'\\', '\\'},
                                             {'\'', '\''},
                                             {'"', '"'},
                                             {'a', '\a'},
                                             {'b', '\b'},
                                             {'f', '\f'},
                                             {'n', '\n'},
                                             {'r', '\r'},
                                             {'t', '\t'},
                                             {'v', '\v'}}};

// Removes a character's number, of `least` to `most` digits, from the beginning of the text. If there is no such
// number, the message shows it after `escape`.
char32_t take_number(std::string_view& rest, const char* escape, int base, std::size_t least, std::size_t most) {
    std::uint32_t number = 0;
    const char* const begin = rest.data();
    const auto [end, error] = std::from_chars(begin, begin + std::min(most, rest.size()), number, base);
    const auto length = static_cast<std::size_t>(end - begin);
    if (error != std::errc{} || length < least || number > last_character) {
        throw PythonError{escape + std::string{rest.substr(0, most)} + " is not a Python escape"};
    }
    rest.remove_prefix(length);
    return number;
}

// Removes an escape from the beginning of the text, and appends what it stands for.
void take_escape(std::string_view& rest, std::string& text) {
    rest.remove_prefix(1);  // the backslash
    const char letter = rest.empty() ? '\0' : rest.front();
    const auto* const simple =
        std::find_if(escapes.begin(), escapes.end(), [&](Escape e) { return e.letter == letter; });
    if (simple != escapes.end()) {
        rest.remove_prefix(1);
        text += simple->meaning;
    } else if (letter == '\n' || letter == '\r') {  // the string continues on the next line
        rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
    } else if (letter >= '0' && letter <= '7') {
        append_character(text, take_number(rest, "\\", 8, 1, 3));
    } else if (letter == 'x' || letter == 'u' || letter == 'U') {
        rest.remove_prefix(1);
        const std::size_t length = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
        const char escape[] = {'\\', letter, '\0'};
        append_character(text, take_number(rest, escape, 16, length, length));
    } else if (letter == 'N') {
        throw PythonError{"\\N{...} in a string is not supported"};
    } else {
        text += '\\';  // an unknown escape stands for itself
    }
}

}  // namespace

PythonString python_string(std::string_view source, bool raw) {
    const bool triple = source.starts_with("'''") || source.starts_with("\"\"\"");
    const std::string_view quotes = source.substr(0, triple ? 3 : 1);
    std::string_view rest = source.substr(quotes.size());
    std::string text;
    while (!rest.starts_with(quotes)) {
        if (rest.empty() || (!triple && (rest.front() == '\n' || rest.front() == '\r'))) {
            throw PythonError{"the string " + std::string{source.substr(0, source.size() - rest.size())} +
                              " has no end"};
        }
        if (rest.front() == '\\' && !raw) {
            take_escape(rest, text);
        } else {
            // A quote after a backslash does not end a raw string, and both characters stay.
            const std::size_t length = rest.front() == '\\' ? std::min<std::size_t>(2, rest.size()) : 1;
            text += rest.substr(0, length);
            rest.remove_prefix(length);
        }
    }
    return {source.substr(0, source.size() - rest.size() + quotes.size()), text};
}

}  // namespace reductions
