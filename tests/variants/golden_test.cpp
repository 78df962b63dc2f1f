// Every right variant gives NumPy's answer in every case of cases.csv.
#include "golden.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <variant>

#include "catch.hpp"
#include "judge/reference.hpp"
#include "report/format.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

template <Element T>
void check(const GoldenCase& golden, const Arrays<T>& arrays, std::size_t threads) {
    const Reference<T> right = reference(arrays.a, arrays.b);
    const Sum<T> expected = parse_expected<T>(golden.expected);
    const ThreadCount asked{threads};
    for (const Variant* variant : right_variants()) {
        // A lock around each element takes microseconds if threads outnumber cores.
        if (arrays.a.size() > variant->default_size && threads > 2) continue;
        INFO(variant->name << " on " << golden.description() << " with " << threads << " threads");
        const Sum<T> answer = (*variant)(arrays.a, arrays.b);
        if constexpr (std::integral<T>) {
            CHECK(answer == expected);
        } else {
            INFO("answer " << format_answer(answer) << ", expected " << format_answer(expected) << ", right from "
                           << format_answer(right.low) << " to " << format_answer(right.high));
            CHECK(right.accepts(answer));
        }
    }
}

}  // namespace

// The cases use the numbers of threads in turn, so each variant runs with each number in more than fifty cases. All
// cases with all numbers took minutes on machines with fewer cores than threads. Other tests cover awkward lengths with
// many threads.
TEST_CASE("the right variants give NumPy's answers", "[variants][golden]") {
    constexpr std::array<std::size_t, 6> numbers_of_threads{1, 7, 2, 8, 3, 16};
    std::size_t turn = 0;
    for (const GoldenCase& golden : golden_cases()) {
        const std::size_t threads = numbers_of_threads[turn++ % numbers_of_threads.size()];
        std::visit([&](const auto& arrays) { check(golden, arrays, threads); }, arrays_of(golden));
    }
}
