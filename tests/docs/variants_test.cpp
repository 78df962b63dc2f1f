// docs/variants/ has a page for every chapter. A page has a section for every variant of its chapter and for no other.
// The sections are in the catalog's order, and each has the same four headings.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/variant_tables.hpp"
#include "catch.hpp"

using namespace reductions;

namespace {

namespace fs = std::filesystem;

constexpr const char* folder = DOCS_FOLDER "/variants";

// The text of docs/variants/<name>.md.
std::string page_of(const std::string& name) {
    std::ifstream file{fs::path{folder} / (name + ".md")};
    REQUIRE(file);
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct Section {
    std::string heading;
    std::string text;
};

std::vector<Section> sections(const std::string& page) {
    constexpr std::string_view mark = "\n## ";
    std::vector<Section> sections;
    for (std::size_t begin = page.find(mark); begin != std::string::npos;) {
        const std::size_t end = page.find(mark, begin + 1);
        const std::string section = page.substr(begin + mark.size(), end - begin - mark.size());
        sections.push_back({section.substr(0, section.find('\n')), section});
        begin = end;
    }
    return sections;
}

// With single spaces in place of line ends.
std::string on_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// Other sections, such as "Costs", begin with a capital letter.
bool is_of_a_variant(const Section& section) {
    return section.heading.front() >= 'a' && section.heading.front() <= 'z';
}

// The names of the variants by chapter, including those that this build leaves out.
std::map<std::string, std::vector<std::string>> chapters() {
    std::map<std::string, std::vector<std::string>> chapters;
    for (const Variant& variant : all_variants()) {
        chapters[std::string{variant.chapter}].push_back(std::string{variant.name});
    }
    return chapters;
}

}  // namespace

TEST_CASE("docs/variants/ describes every variant on its chapter's page, under the same headings", "[docs]") {
    for (const auto& [chapter, variants] : chapters()) {
        INFO(chapter);
        std::vector<std::string> described;
        for (const Section& section : sections(page_of(chapter))) {
            if (!is_of_a_variant(section)) continue;
            INFO(section.heading);
            described.push_back(section.heading);
            for (const char* const heading :
                 {"**What it does.**", "**When to use it.**", "**What goes wrong.**", "**What it costs.**"}) {
                CHECK(section.text.find("\n\n" + std::string{heading}) != std::string::npos);
            }
        }
        CHECK(described == variants);
    }
}

TEST_CASE("the section of a wrong variant begins with the misconception that its entry names", "[docs]") {
    for (const Variant& variant : all_variants()) {
        if (variant.misconception.empty()) continue;
        INFO(variant.name);
        for (const Section& section : sections(page_of(std::string{variant.chapter}))) {
            if (section.heading != variant.name) continue;
            const std::string beginning = section.heading + "  **What people believe.** ";
            CHECK(on_one_line(section.text).starts_with(beginning + std::string{variant.misconception} + "  **"));
        }
    }
}

TEST_CASE("docs/variants/ has a page for each chapter and no other, and its index links to all", "[docs]") {
    const std::string index = page_of("README");
    std::vector<std::string> expected = {"README"};
    for (const auto& [chapter, variants] : chapters()) {
        expected.push_back(chapter);
        CHECK(index.find("[" + chapter + "](" + chapter + ".md)") != std::string::npos);
    }
    std::vector<std::string> pages;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder})
        pages.push_back(entry.path().stem().string());
    std::sort(pages.begin(), pages.end());
    std::sort(expected.begin(), expected.end());
    CHECK(pages == expected);
}

TEST_CASE("every page of docs/variants/ has a place for its table of costs", "[docs]") {
    for (const auto& [chapter, variants] : chapters()) {
        INFO(chapter);
        const std::string page = page_of(chapter);
        const std::size_t begin = page.find("\n<!-- costs: written by make costs -->\n");
        REQUIRE(begin != std::string::npos);
        CHECK(page.find("\n<!-- end of costs -->\n", begin) != std::string::npos);
    }
}
