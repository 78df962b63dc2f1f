// Sums in lanes have the same bits for registers of any width.
#include "blocks/lanes.hpp"

#include <cstdint>
#include <vector>

#include "arrays/generated_arrays.hpp"
#include "blocks/widest_registers.hpp"
#include "catch.hpp"

using namespace reductions;

TEMPLATE_TEST_CASE("a sum in lanes has the same bits for registers of any width", "[lanes]", double, float) {
    const auto arrays = std::get<Arrays<TestType>>(random_arrays(type_name<TestType>, 5000));
    const auto kernel = [](auto width, View<TestType> a, View<TestType> b) __attribute__((always_inline)) {
        return sum_in_lanes<width>(a, b);
    };
    for (std::size_t size = 0; size < 400; ++size) {
        const View<TestType> a = arrays.a.subspan(size % 7, size);
        const View<TestType> b = arrays.b.subspan(size % 5, size);
        const TestType plain = kernel(RegisterBytes<16>{}, a, b);
        CHECK(with_widest_registers(kernel, a, b) == plain);
        CHECK(kernel(RegisterBytes<32>{}, a, b) == plain);
        CHECK(kernel(RegisterBytes<64>{}, a, b) == plain);
#ifdef __x86_64__
        if (__builtin_cpu_supports("avx2") != 0) CHECK(with_32_bytes(kernel, a, b) == plain);
        if (__builtin_cpu_supports("avx512bw") != 0) CHECK(with_64_bytes(kernel, a, b) == plain);
#endif
    }
}

TEMPLATE_TEST_CASE("integers wrap in lanes as in a plain loop", "[lanes]", std::int64_t, std::int32_t) {
    // A multiplicative generator. Its squares have the sign bit set or clear, and their sums exceed 64 bits.
    std::vector<TestType> a(400);
    std::vector<TestType> b(400);
    std::uint64_t state = 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = static_cast<TestType>((state *= 0x5851'F42D'4C95'7F2D) >> 11);
        b[i] = static_cast<TestType>((state *= 0x5851'F42D'4C95'7F2D) >> 11);
    }
    for (std::size_t size = 0; size <= a.size(); ++size) {
        const View<TestType> x = View<TestType>{a}.first(size);
        const View<TestType> y = View<TestType>{b}.first(size);
        const std::uint64_t right = fused_sum(x, y);
        CHECK(sum_in_lanes<16>(x, y) == right);
        CHECK(sum_in_lanes<32>(x, y) == right);
        CHECK(sum_in_lanes<64>(x, y) == right);
    }
}
