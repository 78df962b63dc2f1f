// rejected: refused
// The compiler must instantiate a million templates.
#include <cstdint>
#include <span>

template <unsigned Depth, unsigned long Path>
struct Tree {
    static constexpr unsigned long value = Tree<Depth - 1, 2 * Path>::value + Tree<Depth - 1, 2 * Path + 1>::value;
};
template <unsigned long Path>
struct Tree<0, Path> {
    static constexpr unsigned long value = 1;
};
static_assert(Tree<20, 1>::value == 0, "the bomb has gone off");

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
