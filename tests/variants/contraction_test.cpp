// Variants whose bits are promised keep them where a compiler may fuse a multiplication and an addition: compiled once
// more, as CMakeLists.txt says, without -ffp-contract=off.
#include <random>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "ssd/variant.hpp"

namespace ssd::variants {
extern const Variant fixed_tree, neumaier, neumaier_in_lanes, numpy_pairwise, at_the_limit;
extern const Variant fused_fixed_tree, fused_neumaier, fused_neumaier_in_lanes, fused_numpy_pairwise,
    fused_at_the_limit;
}  // namespace ssd::variants

using namespace ssd;

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

TEMPLATE_TEST_CASE("A variant whose bits are promised fuses nothing", "[variants]", double, float) {
    using namespace ssd::variants;
    for (const std::size_t size : {1UL, 3UL, 127UL, 10'007UL, 100'003UL}) {
        const std::vector<TestType> a = random_numbers<TestType>(size, 1);
        const std::vector<TestType> b = random_numbers<TestType>(size, 2);
        for (const auto& [expected, fused] : {std::pair{&fixed_tree, &fused_fixed_tree},
                                              {&neumaier, &fused_neumaier},
                                              {&neumaier_in_lanes, &fused_neumaier_in_lanes},
                                              {&numpy_pairwise, &fused_numpy_pairwise},
                                              {&at_the_limit, &fused_at_the_limit}}) {
            INFO(expected->name << " of " << size << " elements");
            const View<TestType> x{a};
            const View<TestType> y{b};
            CHECK((*fused)(x, y) == (*expected)(x, y));
        }
    }
}
