// Variants that promise their bits keep them even if the compiler may fuse a multiplication and an addition.
// CMakeLists.txt compiles them a second time, without -ffp-contract=off.
#include <random>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "contract/variant.hpp"

namespace reductions::fixed_tree {
extern const Entry entry;
}
namespace reductions::fused_fixed_tree {
extern const Entry entry;
}
namespace reductions::neumaier {
extern const Entry entry;
}
namespace reductions::fused_neumaier {
extern const Entry entry;
}
namespace reductions::neumaier_in_lanes {
extern const Entry entry;
}
namespace reductions::fused_neumaier_in_lanes {
extern const Entry entry;
}
namespace reductions::numpy_pairwise {
extern const Entry entry;
}
namespace reductions::fused_numpy_pairwise {
extern const Entry entry;
}
namespace reductions::at_the_limit {
extern const Entry entry;
}
namespace reductions::fused_at_the_limit {
extern const Entry entry;
}

using namespace reductions;

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
        for (const auto& [name, expected, fused] :
             {std::tuple{"fixed_tree", &fixed_tree::entry, &fused_fixed_tree::entry},
              {"neumaier", &neumaier::entry, &fused_neumaier::entry},
              {"neumaier_in_lanes", &neumaier_in_lanes::entry, &fused_neumaier_in_lanes::entry},
              {"numpy_pairwise", &numpy_pairwise::entry, &fused_numpy_pairwise::entry},
              {"at_the_limit", &at_the_limit::entry, &fused_at_the_limit::entry}}) {
            INFO(name << " of " << size << " elements");
            const View<TestType> x{a};
            const View<TestType> y{b};
            CHECK((*fused)(x, y) == (*expected)(x, y));
        }
    }
}
