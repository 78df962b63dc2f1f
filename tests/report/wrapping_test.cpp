// Lines that fit the width of a terminal.
#include "report/wrapping.hpp"

#include <algorithm>
#include <sstream>

#include "catch.hpp"

using namespace reductions;

TEST_CASE("a line is broken between words", "[wrapping]") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("one two three", 13) == Lines{"one two three"});
    CHECK(wrapped("one two three", 12) == Lines{"one two", "three"});
    CHECK(wrapped("one two three", 3) == Lines{"one", "two", "three"});
    CHECK(wrapped("one  two", 8) == Lines{"one  two"});
    CHECK(wrapped("  one two", 5) == Lines{"  one", "two"});
    CHECK(wrapped("      one", 5) == Lines{"  one"});
    CHECK(wrapped("unbreakable a", 5) == Lines{"unbreakable", "a"});
    CHECK(wrapped("", 5) == Lines{""});
    CHECK(wrapped("µs µs", 5) == Lines{"µs µs"});
    CHECK(wrapped("\033[31mred\033[0m red", 7) == Lines{"\033[31mred\033[0m red"});
}

TEST_CASE("a broken line continues below its column, if that is wide enough to read", "[wrapping]") {
    CHECK(wrapped_below("  --size N    Elements in each of the arrays", 36) ==
          "  --size N    Elements in each of\n"
          "              the arrays");
    CHECK(wrapped_below("  --size N    Elements in each of the arrays", 30) ==
          "  --size N    Elements in each\n"
          "  of the arrays");
    CHECK(wrapped_below("a plain text that is too long", 20) == "a plain text that is\ntoo long");
}

TEST_CASE("no line of a wrapped stream is too wide, and no word is lost", "[wrapping]") {
    const std::string text =
        "a long line of words, with  two spaces and  a third column, that goes on and on\n  short\n\n";
    for (std::size_t width = 8; width < 100; ++width) {
        std::ostringstream out;
        {
            const WrappedStream wrapped_out{out, width};
            out << text << "a prompt > " << std::flush;
        }
        out << "and what comes later is not wrapped";
        std::istringstream lines{out.str()};
        std::string all;
        for (std::string line; std::getline(lines, line) && !line.starts_with("a prompt");) {
            INFO(width << ": " << line);
            CHECK(width_of(line) <= width);
            all += line;
        }
        std::string expected = text;
        std::erase_if(all, [](char c) { return c == ' '; });
        std::erase_if(expected, [](char c) { return c == ' ' || c == '\n'; });
        CHECK(all == expected);
        if (width >= 11) CHECK(out.str().ends_with("a prompt > and what comes later is not wrapped"));
    }
}
