// What the catalog says about float answers is true. Those that depend on nothing have the same bits in every run with
// any number of threads. Those that depend on the threads alone are seen to differ with the number of threads.
#include <set>

#include "arrays/generated_arrays.hpp"
#include "catch.hpp"
#include "judge/reference.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

constexpr std::size_t runs = 200;
constexpr std::size_t most_threads = 16;

template <std::floating_point T>
Arrays<T> random(std::size_t size) {
    return std::get<Arrays<T>>(random_arrays(type_name<T>, size));
}

// The distinct answers of `runs` runs with 1, 2, ... 16, 1, 2, ... threads. Stops as soon as it has found `enough`.
template <std::floating_point T>
std::set<T> distinct_answers(const Variant& variant, const Arrays<T>& arrays, std::size_t enough) {
    std::set<T> answers;
    for (std::size_t run = 0; run < runs && answers.size() < enough; ++run) {
        const ThreadCount asked{run % most_threads + 1};
        answers.insert(variant(arrays.a, arrays.b));
    }
    return answers;
}

}  // namespace

TEMPLATE_TEST_CASE("variants that depend on nothing give the same bits in every run", "[variants][repeatable]", double,
                   float) {
    const auto arrays = random<TestType>(300'007);
    for (const Variant* variant : right_variants()) {
        if (variant->depends_on != DependsOn::nothing) continue;
        INFO(variant->name);
        CHECK(distinct_answers(*variant, arrays, runs).size() == 1);
    }
}

// Those that depend on the run are not tested: if one thread does all the work, they give the same bits as well.
TEST_CASE("variants that depend on the threads alone give different bits with different numbers of threads",
          "[variants][repeatable]") {
    const auto arrays = random<float>(1'600'003);
    for (const Variant* variant : right_variants()) {
        if (variant->depends_on != DependsOn::threads) continue;
        INFO(variant->name);
        CHECK(distinct_answers(*variant, arrays, 2).size() == 2);
    }
}

TEST_CASE("variants that depend on the threads alone give the same bits with the same number of threads",
          "[variants][repeatable]") {
    const auto arrays = random<float>(300'007);
    const ThreadCount asked{GENERATE(as<std::size_t>{}, 2, 3, 7)};
    for (const Variant* variant : right_variants()) {
        if (variant->depends_on != DependsOn::threads) continue;
        INFO(variant->name);
        std::set<float> answers;
        for (int run = 0; run < 50; ++run) answers.insert((*variant)(arrays.a, arrays.b));
        CHECK(answers.size() == 1);
    }
}

namespace {

// Checks a variant's answers on random arrays with this many elements.
void check_bits(std::string_view name, std::size_t size, double in_double, float in_float) {
    INFO(name << " of " << size << " elements");
    const auto doubles = random<double>(size);
    CHECK(variant_named(name)(doubles.a, doubles.b) == in_double);
    const auto floats = random<float>(size);
    CHECK(variant_named(name)(floats.a, floats.b) == in_float);
}

}  // namespace

// The expected bits were computed in Python, from the description of the order. There are several lengths, because
// another order may give the same bits by chance.
TEST_CASE("fixed_tree gives the bits that its order of additions gives in any language", "[variants][repeatable]") {
    // Blocks of 8192 elements, lanes i % 16, neighbours added until one is left.
    check_bits("fixed_tree", 10'007, 0x1.a22159038c5b4p+12, 0x1.a22158p+12F);
    check_bits("fixed_tree", 100'003, 0x1.03ea7313ec058p+16, 0x1.03ea72p+16F);
    check_bits("fixed_tree", 300'007, 0x1.878cc653cf506p+17, 0x1.878cc4p+17F);
}
