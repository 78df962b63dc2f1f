// rejected: hang
// Sleeps for most of 20 s in every call, and works for a moment between: never asleep for 2 s, and never 10 s of work.
#include <unistd.h>
#include <cstddef>
#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    for (int i = 0; i < 40; ++i) {
        usleep(500'000);
        for (volatile int k = 0; k < 1000; ++k) {
        }
    }
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
