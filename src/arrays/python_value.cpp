// A recursive-descent parser over the tokens, with one function for each kind of value.
#include "arrays/python_value.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <system_error>

#include "arrays/python_error.hpp"
#include "arrays/python_tokens.hpp"

namespace reductions {
namespace {

using Kind = PythonToken::Kind;

struct Base {
    std::string_view small_prefix;
    std::string_view large_prefix;
    int base;
};
constexpr std::array<Base, 3> bases = {{{"0x", "0X", 16}, {"0o", "0O", 8}, {"0b", "0B", 2}}};

// The number's digits without underscores, which may stand between digits and after a prefix. Empty if one stands
// elsewhere.
std::string without_underscores(std::string_view digits, bool prefixed) {
    std::string plain;
    bool may_follow = prefixed;
    for (const char c : digits) {
        if (c == '_' && !may_follow) return {};
        may_follow = c != '_';
        if (c != '_') plain += c;
    }
    return may_follow ? plain : std::string{};
}

std::int64_t whole_number(std::string_view source) {
    std::string_view digits = source;
    int base = 10;
    for (const Base& known : bases) {
        if (!source.starts_with(known.small_prefix) && !source.starts_with(known.large_prefix)) continue;
        base = known.base;
        digits.remove_prefix(2);
    }
    const std::string plain = without_underscores(digits, base != 10);
    std::int64_t value = 0;
    const char* const all = plain.data() + plain.size();
    const auto [end, error] = std::from_chars(plain.data(), all, value, base);
    if (error == std::errc::result_out_of_range) {
        throw PythonError{std::string{source} + " has more than 64 bits"};
    }
    const bool octal_of_python2 = base == 10 && plain.starts_with('0') && value != 0;  // 010 meant 8
    if (error != std::errc{} || end != all || octal_of_python2) {
        throw PythonError{"'" + std::string{source} + "' is not a whole number"};
    }
    return value;
}

class Parser {
public:
    explicit Parser(std::vector<PythonToken> tokens) : tokens_{std::move(tokens)} {}

    PythonValue whole() {
        PythonValue parsed = value();
        if (token().kind != Kind::end) fail("the end");
        return parsed;
    }

private:
    const PythonToken& token() const { return tokens_[next_]; }

    [[noreturn]] void fail(const std::string& wanted) const {
        const bool at_end = token().kind == Kind::end;
        throw PythonError{wanted + " is missing " + (at_end ? "at its end" : "before " + std::string{token().source})};
    }

    bool take(std::string_view mark) {
        const bool is_there = token().kind == Kind::mark && token().source == mark;
        if (is_there) ++next_;
        return is_there;
    }

    void expect(std::string_view mark) {
        if (!take(mark)) fail(std::string{mark});
    }

    // Calls `item` for each item between commas, up to the closing bracket. A comma may follow the last item. Returns
    // whether there was a comma.
    template <typename Item>
    bool items(std::string_view closing, Item item) {
        bool comma = false;
        while (!take(closing)) {
            item();
            if (take(",")) {
                comma = true;
            } else if (!take(closing)) {
                fail(", or " + std::string{closing});
            } else {
                break;
            }
        }
        return comma;
    }

    PythonValue value() {
        const char* const begin = token().source.data();
        PythonValue parsed{unmarked(), {}};
        const std::string_view last = tokens_[next_ - 1].source;
        parsed.source = {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
        return parsed;
    }

    decltype(PythonValue::is) unmarked() {
        if (take("(")) return tuple();
        if (take("[")) return list();
        if (take("{")) return dict();
        if (take("-")) return -number();
        if (take("+") || token().kind == Kind::number) return number();
        if (token().kind == Kind::text) return text();
        return name();
    }

    // A single value in brackets without a comma is that value itself.
    decltype(PythonValue::is) tuple() {
        PythonValue::Tuple parsed;
        const bool comma = items(")", [&] { parsed.items.push_back(value()); });
        if (parsed.items.size() == 1 && !comma) return std::move(parsed.items.front().is);
        return parsed;
    }

    PythonValue::List list() {
        PythonValue::List parsed;
        items("]", [&] { parsed.items.push_back(value()); });
        return parsed;
    }

    PythonValue::Dict dict() {
        PythonValue::Dict parsed;
        items("}", [&] {
            parsed.keys.push_back(value());
            expect(":");
            parsed.values.push_back(value());
        });
        return parsed;
    }

    std::int64_t number() {
        if (token().kind != Kind::number) fail("a whole number");
        return whole_number(tokens_[next_++].source);
    }

    // Adjacent string literals form one string.
    std::string text() {
        std::string joined;
        while (token().kind == Kind::text) joined += tokens_[next_++].text;
        return joined;
    }

    decltype(PythonValue::is) name() {
        if (token().kind != Kind::word) fail("a value");
        const std::string_view word = tokens_[next_].source;
        if (word != "True" && word != "False" && word != "None") {
            throw PythonError{std::string{word} + " is not a literal"};
        }
        ++next_;
        if (word == "None") return PythonValue::None{};
        return word == "True";
    }

    std::vector<PythonToken> tokens_;
    std::size_t next_ = 0;
};

}  // namespace

PythonValue python_value(std::string_view source, bool long_suffix) {
    return Parser{python_tokens(source, long_suffix)}.whole();
}

}  // namespace reductions
