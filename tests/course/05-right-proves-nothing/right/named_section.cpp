// A variable has the name of an attribute.
#include <omp.h>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>
static std::size_t begin_of(std::size_t section, std::size_t n, std::size_t sections) { return n * section / sections; }
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const std::size_t sections = omp_get_max_threads();
    std::vector<std::int64_t> partial(sections);
#pragma omp parallel for
    for (std::size_t section = 0; section < sections; ++section) {
        std::int64_t sum = 0;
        for (std::size_t i = begin_of(section, a.size(), sections); i < begin_of(section + 1, a.size(), sections);
             ++i) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        partial[section] = sum;
    }
    std::int64_t total = 0;
    for (const auto sum : partial) total += sum;
    return total;
}
