// Fresh pages have the requested size, and nothing has touched them.
#include "blocks/pages.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// The kilobytes that /proc/self/smaps reports under a name, for the mapping that contains the address.
std::size_t kilobytes(const void* address, const std::string& name) {
    std::ifstream smaps{"/proc/self/smaps"};
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    bool inside = false;
    for (std::string line; std::getline(smaps, line);) {
        std::istringstream words{line};
        std::string first;
        words >> first;
        const std::size_t dash = first.find('-');
        if (dash != std::string::npos && first.back() != ':') {
            inside = std::stoull(first.substr(0, dash), nullptr, 16) <= wanted &&
                     wanted < std::stoull(first.substr(dash + 1), nullptr, 16);
        } else if (inside && first == name + ':') {
            std::size_t value = 0;
            words >> value;
            return value;
        }
    }
    return 0;
}

bool system_has_huge_pages() {
    std::ifstream setting{"/sys/kernel/mm/transparent_hugepage/enabled"};
    std::string text;
    return std::getline(setting, text) && text.find("[never]") == std::string::npos;
}

}  // namespace

TEST_CASE("fresh arrays begin at huge pages, and nothing has touched them", "[pages]") {
    const auto arrays = fresh_arrays<float>(3'000'001, GENERATE(PageSize::small, PageSize::huge));
    CHECK(arrays.a.size() == 3'000'001);
    CHECK(arrays.b.size() == 3'000'001);
    CHECK(reinterpret_cast<std::uintptr_t>(arrays.a.data()) % huge_page == 0);
    CHECK(reinterpret_cast<std::uintptr_t>(arrays.b.data()) % huge_page == 0);
    CHECK(arrays.a.data() + arrays.a.size() <= arrays.b.data());
    CHECK(kilobytes(arrays.a.data(), "Rss") == 0);
    std::fill(arrays.b.begin(), arrays.b.end(), 1.0F);  // every element is usable
}

TEST_CASE("fresh arrays may be empty, but not larger than any memory", "[pages]") {
    CHECK(fresh_arrays<double>(0, PageSize::huge).a.empty());
    CHECK_THROWS_AS(fresh_arrays<double>(std::numeric_limits<std::size_t>::max() / 8, PageSize::huge), std::bad_alloc);
}

TEST_CASE("the variants about pages get the pages that they ask for", "[pages][variants]") {
    if (!system_has_huge_pages()) return;
    const auto arrays = std::get<Arrays<std::int64_t>>(article_arrays("int64", 1'000'000));
    const auto huge_kilobytes = [&](std::string_view name) {
        const Arrays<std::int64_t> placed = variant_named(name).place(arrays);
        CHECK(std::equal(placed.a.begin(), placed.a.end(), arrays.a.begin(), arrays.a.end()));
        CHECK(std::equal(placed.b.begin(), placed.b.end(), arrays.b.begin(), arrays.b.end()));
        return kilobytes(placed.a.data(), "AnonHugePages");
    };
    CHECK(huge_kilobytes("first_touch") == 0);
    CHECK(huge_kilobytes("touched_by_one_thread") == 0);
    CHECK(huge_kilobytes("huge_pages") > 0);
    CHECK(variant_named("omp_reduction").place(arrays).a.data() == arrays.a.data());
}
