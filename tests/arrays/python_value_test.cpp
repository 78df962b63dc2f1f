// Python literals: the ways to write a value, and text that is not a literal. tests/arrays/numpy_load_test.py has many
// more examples.
#include "arrays/python_value.hpp"

#include <cstdint>
#include <string>

#include "arrays/python_error.hpp"
#include "catch.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

// The value in one standard notation.
std::string shown(const PythonValue& value) {
    struct Show {
        std::string operator()(PythonValue::None) const { return "None"; }
        std::string operator()(bool boolean) const { return boolean ? "True" : "False"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const std::string& text) const { return '<' + text + '>'; }
        std::string operator()(const PythonValue::Tuple& tuple) const { return '(' + joined(tuple.items) + ')'; }
        std::string operator()(const PythonValue::List& list) const { return '[' + joined(list.items) + ']'; }
        std::string operator()(const PythonValue::Dict& dict) const {
            std::string text;
            for (std::size_t i = 0; i < dict.keys.size(); ++i) {
                text += shown(dict.keys[i]) + ':' + shown(dict.values[i]) + ' ';
            }
            return '{' + text + '}';
        }
        static std::string joined(const std::vector<PythonValue>& items) {
            std::string text;
            for (const PythonValue& item : items) text += shown(item) + ' ';
            return text;
        }
    };
    return std::visit(Show{}, value.is);
}

std::string read(const std::string& source, bool long_suffix = false) {
    return shown(python_value('(' + source + ')', long_suffix));
}

std::string error_in(const std::string& source) {
    try {
        return "no error, but " + read(source);
    } catch (const PythonError& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("literals have Python's values", "[python]") {
    CHECK(read("None") == "None");
    CHECK(read("True, False") == "(True False )");
    CHECK(read("0, 12, +3, -45, 1_000, 0x1F, 0o17, 0b101, 00") == "(0 12 3 -45 1000 31 15 5 0 )");
    CHECK(read("9223372036854775807") == "9223372036854775807");
    CHECK(read("'a', \"b\", '''c''', '', r'\\n', u'd' \"e\"") == "(<a> <b> <c> <> <\\n> <de> )");
    CHECK(read(R"('\x41\101\u0042\U00000043\t\'\q')") == "<AABC\t'\\q>");
    CHECK(read("'a\\\nb'") == "<ab>");
    CHECK(read("") == "()");
    CHECK(read("(1)") == "1");
    CHECK(read("(1,), [1], [1,2,], {}, {'a': {1: ()},}") == "((1 ) [1 ] [1 2 ] {} {<a>:{1:() } } )");
    CHECK(read(" 1 # one\n,\r\n\t\f2 \\\n ,3") == "(1 2 3 )");
    CHECK(read("8L, 9 L", true) == "(8 9 )");
}

TEST_CASE("a value keeps its source text", "[python]") {
    const PythonValue value = python_value(" {'a' : ( 1 ), 'b': 'x' 'y'} # end", false);
    CHECK(value.source == "{'a' : ( 1 ), 'b': 'x' 'y'}");
    const auto& values = std::get<PythonValue::Dict>(value.is).values;
    REQUIRE(values.size() == 2);
    CHECK(values[0].source == "( 1 )");
    CHECK(values[1].source == "'x' 'y'");
}

TEST_CASE("text that is not a literal is refused, with its place", "[python]") {
    CHECK_THAT(error_in("2 4"), ContainsSubstring(", or ) is missing before 4"));
    CHECK_THAT(error_in("'a': 1"), ContainsSubstring("before :"));
    CHECK_THAT(error_in("{'a' 1}"), ContainsSubstring(": is missing before 1"));
    CHECK_THAT(error_in("(1"), ContainsSubstring("is missing at its end"));
    CHECK_THAT(error_in(",1"), ContainsSubstring("a value is missing before ,"));
    CHECK_THAT(error_in("1)(2"), ContainsSubstring("the end is missing before ("));
    CHECK_THAT(error_in("'abc"), ContainsSubstring("the string 'abc) has no end"));
    CHECK_THAT(error_in("x"), ContainsSubstring("x is not a literal"));
    CHECK_THAT(error_in("b'x'"), ContainsSubstring("b'...'"));
    CHECK_THAT(error_in("1.5"), ContainsSubstring("'1.5' is not a whole number"));
    CHECK_THAT(error_in("8L"), ContainsSubstring("'8L' is not a whole number"));
    CHECK_THAT(error_in("--8"), ContainsSubstring("a whole number is missing before -"));
    CHECK_THAT(error_in("9223372036854775808"), ContainsSubstring("has more than 64 bits"));
    CHECK_THAT(error_in("a\u00e9"), ContainsSubstring("an unexpected \u00e9"));
    CHECK_THAT(error_in("'\\x4'"), ContainsSubstring("\\x4' is not a Python escape"));
    CHECK_THAT(error_in(std::string(1, '\0')), ContainsSubstring("zero byte"));
    CHECK_THROWS_AS(python_value("", false), PythonError);
    CHECK_THROWS_AS(python_value("\n ()", false), PythonError);
}

TEST_CASE("nesting is limited to 200 levels, as in Python", "[python]") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK_NOTHROW(python_value(nested(200), false));
    CHECK_THROWS_AS(python_value(nested(201), false), PythonError);
    CHECK_THROWS_AS(python_value(std::string(10'000, '('), false), PythonError);
}
