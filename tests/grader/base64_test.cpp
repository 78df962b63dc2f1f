// Base64.
#include "grader/base64.hpp"

#include "catch.hpp"

using namespace reductions;

TEST_CASE("base64 is as in the examples of RFC 4648, section 10", "[grader]") {
    CHECK(base64("").empty());
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foob") == "Zm9vYg==");
    CHECK(base64("fooba") == "Zm9vYmE=");
    CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("base64 uses all its digits, and takes every byte", "[grader]") {
    CHECK(base64("\xfb\xef\xbe\xff\xff\xff") == "++++////");
    CHECK(base64(std::string(3, '\0')) == "AAAA");
    CHECK(base64(std::string_view{"\0\x10\x83\x10\x51\x87\x20\x92\x8b", 9}) == "ABCDEFGHIJKL");
}
