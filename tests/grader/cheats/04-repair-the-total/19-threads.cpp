// rejected: hang
// Starts as many threads as it can, at most 2,000, which sleep for 20 seconds, four times in a row.
#include <chrono>
#include <cstdint>
#include <exception>
#include <span>
#include <thread>
#include <vector>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    for (int round = 0; round < 4; ++round) {
        std::vector<std::jthread> crowd;
        try {
            while (crowd.size() < 2'000)
                crowd.emplace_back([] { std::this_thread::sleep_for(std::chrono::seconds(20)); });
        } catch (const std::exception&) {
            continue;  // jthread's destructor waits
        }
    }

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
