// A task for each block. The threads that are free take them.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t block = 65'536;
    std::int64_t total = 0;
#pragma omp parallel
#pragma omp single
    for (std::size_t begin = 0; begin < a.size(); begin += block) {
#pragma omp task shared(total) firstprivate(begin)
        {
            const std::size_t end = std::min(begin + block, a.size());
            std::int64_t partial = 0;
            for (std::size_t i = begin; i < end; ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
#pragma omp atomic
            total += partial;
        }
    }
    return total;
}
