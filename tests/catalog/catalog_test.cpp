// The catalog is complete.
#include <set>

#include "catalog/catalog.hpp"
#include "catch.hpp"

using namespace reductions;

TEST_CASE("every entry of the catalog has its own name, a chapter and a description", "[catalog]") {
    std::set<std::string_view> names;
    for (const Variant* variant : catalog()) {
        INFO(variant->name);
        CHECK(names.insert(variant->name).second);
        CHECK(!variant->chapter.empty());
        CHECK(variant->shows.ends_with('.'));
    }
}

TEST_CASE("every variant that is not right names the misconception that leads to it", "[catalog]") {
    for (const Variant* variant : catalog()) {
        INFO(variant->name);
        if (variant->expectation == Expectation::right) {
            CHECK(variant->misconception.empty());
        } else {
            CHECK(variant->misconception.ends_with('.'));
        }
    }
}

TEST_CASE("the chapter races has data races, and the chapter lost has none", "[catalog]") {
    for (const Variant* variant : catalog()) {
        INFO(variant->name);
        if (variant->chapter == "races") CHECK(variant->expectation == Expectation::racy);
        if (variant->chapter == "lost") {
            CHECK((variant->expectation == Expectation::lossy || variant->expectation == Expectation::wrong));
        }
    }
}

TEST_CASE("the catalog has the article's seven functions, and only two are not expected to be right", "[catalog]") {
    std::set<std::string_view> article;
    std::set<std::string_view> not_right;
    for (const Variant* variant : catalog()) {
        if (!variant->article_name.empty()) article.insert(variant->article_name);
        if (variant->chapter == "article" && variant->expectation != Expectation::right)
            not_right.insert(variant->name);
    }
    CHECK(article == std::set<std::string_view>{"np_squared_diff", "np_parallel_squared_diff", "numba_squared_diff",
                                                "numba_parallel_squared_diff", "numba_native_parallelism",
                                                "numba_native_parallelism_bad", "superfast"});
    CHECK(not_right == std::set<std::string_view>{"shared_accumulator", "return_zero"});
}
