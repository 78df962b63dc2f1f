// A padded place that is written after each block of elements, as a progress counter would be.
#include <omp.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

struct alignas(128) Place {
    std::int64_t sum = 0;
};

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::size_t block = 4096;
    std::vector<Place> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel for
    for (std::size_t begin = 0; begin < a.size(); begin += block) {
        const std::size_t end = std::min(begin + block, a.size());
        std::int64_t sum = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const std::int64_t difference = a[i] - b[i];
            sum += difference * difference;
        }
        places[static_cast<std::size_t>(omp_get_thread_num())].sum += sum;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
