// Variants that promise their bits keep them if the compiler may fuse a multiplication and an addition. CMakeLists.txt
// compiles them again, without -ffp-contract=off.
#include <random>
#include <vector>

#include "catalog/variant_tables.hpp"
#include "catch.hpp"
#include "variants/right_variants.hpp"

namespace reductions {

// Written by CMake.
std::span<const Variant> fused_variants();

}  // namespace reductions

using namespace reductions;
using reductions::testing::variant_named;

namespace {

template <typename T>
std::vector<T> random_numbers(std::size_t size, unsigned seed) {
    std::mt19937_64 generator{seed};
    std::uniform_real_distribution<T> distribution{0, 1};
    std::vector<T> numbers(size);
    for (T& number : numbers) number = distribution(generator);
    return numbers;
}

}  // namespace

TEMPLATE_TEST_CASE("variants that promise their bits fuse no operations", "[variants]", double, float) {
    for (const std::size_t size : {1UL, 3UL, 127UL, 10'007UL, 100'003UL}) {
        const std::vector<TestType> a = random_numbers<TestType>(size, 1);
        const std::vector<TestType> b = random_numbers<TestType>(size, 2);
        for (const Variant& fused : fused_variants()) {
            INFO(fused.name << " of " << size << " elements");
            const View<TestType> x{a};
            const View<TestType> y{b};
            CHECK(fused(x, y) == variant_named(fused.name)(x, y));
        }
    }
}
