// Sums in lanes: the same bits whatever registers they are compiled for, with prefetching and without.
#include "ssd/lanes.hpp"

#include "catch.hpp"
#include "data/generated_arrays.hpp"
#include "ssd/widest_registers.hpp"

using namespace ssd;

TEMPLATE_TEST_CASE("a sum in lanes has the same bits on registers of any width, and where it is prefetched", "[lanes]",
                   double, float) {
    const auto arrays = std::get<Arrays<TestType>>(random_arrays(type_name<TestType>, 5000));
    for (std::size_t size = 0; size < 400; ++size) {
        const View<TestType> a = arrays.a.subspan(size % 7, size);
        const View<TestType> b = arrays.b.subspan(size % 5, size);
        const auto kernel = [&]() __attribute__((always_inline)) { return sum_in_lanes<0>(a, b); };
        const TestType plain = kernel();
        CHECK(with_widest_registers(kernel) == plain);
#ifdef __x86_64__
        if (__builtin_cpu_supports("avx2") != 0) CHECK(with_32_bytes(kernel) == plain);
        if (__builtin_cpu_supports("avx512bw") != 0) CHECK(with_64_bytes(kernel) == plain);
#endif
        CHECK(sum_in_lanes<256>(a, b) == plain);
        CHECK(sum_in_lanes<256>(a, b, 100) == plain);
    }
}
