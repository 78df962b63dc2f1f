// Every thread adds up everything, and the first one's sum is returned. All threads look busy.
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t answer = 0;
#pragma omp parallel
    {
        std::int64_t total = 0;
        for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
#pragma omp critical
        answer = total;
    }
    return answer;
}
