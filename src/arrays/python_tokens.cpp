// The part of lexical analysis (docs.python.org/3/reference/lexical_analysis.html) that literals need.
#include "arrays/python_tokens.hpp"

#include <algorithm>
#include <cstddef>

#include "arrays/python_error.hpp"
#include "arrays/python_string.hpp"
#include "arrays/utf8.hpp"

namespace reductions {
namespace {

using Kind = PythonToken::Kind;

constexpr std::string_view line_ends = "\r\n";
constexpr std::string_view decimal_digits = "0123456789";
constexpr std::string_view in_words = "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view in_numbers = "._abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view opening = "([{";
constexpr std::string_view closing_brackets = ")]}";
constexpr std::string_view marks = "([{)]}:,+-";

// Python refuses brackets that are nested more deeply, so the parser can use recursion.
constexpr std::size_t deepest = 200;

bool begins_with_one_of(std::string_view text, std::string_view characters) {
    return !text.empty() && characters.find(text.front()) != std::string_view::npos;
}

std::string_view take(std::string_view& rest, std::size_t length) {
    const std::string_view taken = rest.substr(0, length);
    rest.remove_prefix(taken.size());
    return taken;
}

// Removes white space, comments, and backslashes that join lines. Inside brackets a line end is white space.
void skip_space(std::string_view& rest) {
    while (!rest.empty()) {
        const bool joins_lines =
            rest.front() == '\\' && begins_with_one_of(rest.substr(1), line_ends) && rest.size() > 2;
        if (begins_with_one_of(rest, " \t\f\r\n")) {
            take(rest, 1);
        } else if (rest.front() == '#') {
            take(rest, rest.find_first_of(line_ends));
        } else if (joins_lines) {
            take(rest, 2);
        } else {
            return;
        }
    }
}

// Outside brackets, Python gives indentation a meaning. Only the very first line may be indented.
void skip_beginning(std::string_view& rest) {
    take(rest, std::min(rest.find_first_not_of(" \t"), rest.size()));
    const std::string_view before = rest;
    skip_space(rest);
    const std::string_view skipped = before.substr(0, before.size() - rest.size());
    if (skipped.ends_with(' ') || skipped.ends_with('\t')) throw PythonError{"its first line is indented"};
}

PythonToken take_string(std::string_view& rest, std::string_view prefix) {
    const bool raw = prefix == "r" || prefix == "R";
    if (!raw && !prefix.empty() && prefix != "u" && prefix != "U") {
        throw PythonError{std::string{prefix} + "'...' is not a string of characters"};
    }
    PythonString literal = python_string(rest, raw);
    take(rest, literal.source.size());
    return {Kind::text, {literal.source.data() - prefix.size(), prefix.size() + literal.source.size()}, literal.text};
}

PythonToken take_token(std::string_view& rest, bool long_suffix) {
    constexpr std::string_view quotes = "'\"";
    if (begins_with_one_of(rest, marks)) return {Kind::mark, take(rest, 1)};
    if (begins_with_one_of(rest, quotes)) return take_string(rest, {});
    if (begins_with_one_of(rest, decimal_digits)) {
        std::string_view number = take(rest, rest.find_first_not_of(in_numbers));
        if (long_suffix && number.ends_with('L')) number.remove_suffix(1);
        return {Kind::number, number};
    }
    if (begins_with_one_of(rest, in_words)) {
        const std::string_view word = take(rest, rest.find_first_not_of(in_words));
        return begins_with_one_of(rest, quotes) ? take_string(rest, word) : PythonToken{Kind::word, word};
    }
    std::string_view behind = rest;
    take_character(behind);
    throw PythonError{"it contains an unexpected " + std::string{rest.substr(0, rest.size() - behind.size())}};
}

// NumPy also removes an L that is a separate token after a number on the same line.
bool is_long_suffix(const PythonToken& token, const std::vector<PythonToken>& before) {
    if (token.source != "L" || before.empty() || before.back().kind != Kind::number) return false;
    const char* const end_of_number = before.back().source.data() + before.back().source.size();
    const std::string_view between{end_of_number, static_cast<std::size_t>(token.source.data() - end_of_number)};
    return between.find_first_of("\r\n#") == std::string_view::npos;
}

}  // namespace

std::vector<PythonToken> python_tokens(std::string_view source, bool long_suffix) {
    if (source.find('\0') != std::string_view::npos) throw PythonError{"it contains a zero byte"};
    std::vector<PythonToken> tokens;
    std::size_t depth = 0;
    skip_beginning(source);
    while (!source.empty()) {
        PythonToken token = take_token(source, long_suffix);
        skip_space(source);
        if (long_suffix && is_long_suffix(token, tokens)) continue;
        if (token.kind == Kind::mark && begins_with_one_of(token.source, opening)) ++depth;
        if (token.kind == Kind::mark && begins_with_one_of(token.source, closing_brackets) && depth > 0) --depth;
        if (depth > deepest) throw PythonError{"its brackets are nested more than 200 deep"};
        tokens.push_back(std::move(token));
    }
    tokens.push_back({Kind::end, source});
    return tokens;
}

}  // namespace reductions
