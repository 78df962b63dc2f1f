// docs/variants.md has a section for every variant, each with the same four headings.
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "ssd/catalog.hpp"

using namespace ssd;

TEST_CASE("docs/variants.md describes every variant under the same headings", "[docs]") {
    std::ifstream file{DOCS_FOLDER "/variants.md"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    std::size_t previous = 0;
    for (const Variant* variant : catalog()) {
        INFO(variant->name);
        const std::size_t begin = text.find("\n### " + std::string{variant->name} + "\n");
        REQUIRE(begin != std::string::npos);
        CHECK(begin > previous);  // in the catalog's order
        previous = begin;
        const std::string section = text.substr(begin, text.find("\n### ", begin + 1) - begin);
        for (const char* const heading :
             {"**What it does.**", "**When to use it.**", "**What goes wrong.**", "**What it costs here.**"}) {
            CHECK(section.find(heading) != std::string::npos);
        }
    }
}
