// The article's arrays have the article's values with every element type.
#include <cstdint>
#include <new>
#include <stdexcept>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"

using namespace reductions;

TEMPLATE_TEST_CASE("the article's arrays are 1 ... n and 7 ... n + 6", "[data]", std::int64_t, std::int32_t, double,
                   float) {
    const AnyArrays any = article_arrays(type_name<TestType>, article_size);
    const auto& [a, b, owner] = std::get<Arrays<TestType>>(any);
    REQUIRE(a.size() == article_size);
    REQUIRE(b.size() == article_size);
    CHECK(a.front() == 1);
    CHECK(a.back() == 9'999'999);
    CHECK(b.front() == 7);
    CHECK(b.back() == 10'000'005);
}

TEST_CASE("arrays that no memory could hold are refused", "[data]") {
    CHECK_THROWS_AS(article_arrays("int64", SIZE_MAX), std::bad_alloc);
    CHECK_THROWS_AS(article_arrays("int64", SIZE_MAX / 8), std::bad_alloc);
}

TEST_CASE("an element type that does not exist is refused", "[data]") {
    CHECK_THROWS_AS(article_arrays("int16", 10), std::invalid_argument);
}
