// On control arrays no order of additions rounds, every element counts, and no two slices have the same sum.
#include "judge/control_arrays.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <vector>

#include "blocks/chunks.hpp"
#include "blocks/fused_sum.hpp"
#include "blocks/tree_sum.hpp"
#include "catch.hpp"

using namespace reductions;

namespace {

template <Element T>
std::vector<Sum<T>> squares(const Arrays<T>& arrays) {
    std::vector<Sum<T>> terms;
    for (std::size_t i = 0; i < arrays.a.size(); ++i) {
        terms.push_back(static_cast<Sum<T>>(squared_difference(arrays.a[i], arrays.b[i])));
    }
    return terms;
}

const std::vector<std::size_t> lengths = {0, 1, 2, 3, 7, 63, 64, 65, 100, 1000, 4097, 99'999, 1'000'000};

}  // namespace

TEMPLATE_TEST_CASE("control arrays have the same exact sum in any order", "[judge]", std::int64_t, std::int32_t, double,
                   float) {
    for (const std::size_t size : lengths) {
        INFO(size);
        const ControlArrays<TestType> control{size};
        std::vector<Sum<TestType>> terms = squares(control.arrays());
        CHECK(terms.size() == size);
        CHECK(std::accumulate(terms.begin(), terms.end(), Sum<TestType>{}) == control.expected());
        CHECK(std::accumulate(terms.rbegin(), terms.rend(), Sum<TestType>{}) == control.expected());
        std::sort(terms.begin(), terms.end());
        CHECK(std::accumulate(terms.rbegin(), terms.rend(), Sum<TestType>{}) == control.expected());
        CHECK(sum_of_tree(std::span{terms}) == control.expected());
    }
}

TEMPLATE_TEST_CASE("the judge's own reference agrees with the control arrays, and is exact", "[judge]", std::int64_t,
                   std::int32_t, double, float) {
    for (const std::size_t size : lengths) {
        INFO(size);
        const ControlArrays<TestType> control{size};
        const auto right = reference(control.arrays().a, control.arrays().b);
        CHECK(right.low == control.expected());
        CHECK(right.high == control.expected());
    }
}

TEMPLATE_TEST_CASE("every element of control arrays counts", "[judge]", std::int64_t, std::int32_t, double, float) {
    for (const std::size_t size : lengths) {
        const ControlArrays<TestType> control{size};
        const std::vector<Sum<TestType>> terms = squares(control.arrays());
        CHECK(std::all_of(terms.begin(), terms.end(), [](auto term) { return term > 0; }));
        if (size == 0) continue;
        CHECK(control.verdict(control.expected()) == Verdict::right);
        CHECK(control.verdict(static_cast<Sum<TestType>>(control.expected() - terms.back())) == Verdict::wrong);
        CHECK(control.verdict(static_cast<Sum<TestType>>(control.expected() + terms.front())) == Verdict::wrong);
    }
}

TEMPLATE_TEST_CASE("no two slices of a control have the same sum", "[judge]", std::int64_t, std::int32_t, double,
                   float) {
    for (const std::size_t size : lengths) {
        const ControlArrays<TestType> control{size};
        const auto [a, b, owner] = control.arrays();
        for (std::size_t threads = 2; threads <= 64; ++threads) {
            INFO(size << " elements, " << threads << " threads");
            std::set<Sum<TestType>> sums;
            for (std::size_t slice = 0; slice < threads; ++slice) {
                const auto [begin, length] = Chunks{size, threads}[slice];
                if (length == 0) continue;
                const auto sum =
                    static_cast<Sum<TestType>>(fused_sum(a.subspan(begin, length), b.subspan(begin, length)));
                CHECK(sums.insert(sum).second);
            }
        }
    }
}

TEST_CASE("a float32 control has room for 10 million elements, and longer arrays need several controls", "[judge]") {
    CHECK(ControlArrays<float>{10'000'000}.count() == 1);
    ControlArrays<float> control{10'000'001};
    REQUIRE(control.count() == 2);
    std::vector<int> counted(10'000'001);
    for (std::size_t k = 0; k < control.count(); ++k) {
        control.fill(k);
        const Arrays<float> arrays = control.arrays();
        double exact = 0;
        for (std::size_t i = 0; i < counted.size(); ++i) {
            const double difference = arrays.a[i] - arrays.b[i];
            counted[i] += difference != 0 ? 1 : 0;
            exact += difference * difference;
        }
        CHECK(exact == control.expected());
        CHECK(exact < 1 << 24);
    }
    CHECK(std::all_of(counted.begin(), counted.end(), [](int times) { return times == 1; }));
}

TEST_CASE("without enough memory there are no control arrays", "[judge]") {
    CHECK(!control_arrays<double>(std::size_t{1} << 58).has_value());
    CHECK(control_arrays<double>(10).has_value());
}
