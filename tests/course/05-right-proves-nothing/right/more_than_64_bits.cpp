// The total has 128 bits and is divided in the end. Compilers call their own library for the division. Few processors
// change 128 bits in one step, so another library makes the update atomic.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

__extension__ using Wide = __int128;

struct Parts {
    std::int64_t quotient;
    std::int64_t remainder;
};

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    constexpr std::int64_t divisor = 1'000'003;
    std::atomic<Parts> total{Parts{0, 0}};
#pragma omp parallel
    {
        Wide partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) {
            const Wide difference = Wide{a[i]} - b[i];
            partial += difference * difference;
        }
        Parts before = total.load();
        Parts after{};
        do {
            const Wide sum = partial + Wide{before.quotient} * divisor + before.remainder;
            after = {static_cast<std::int64_t>(sum / divisor), static_cast<std::int64_t>(sum % divisor)};
        } while (!total.compare_exchange_weak(before, after));
    }
    const Parts parts = total.load();
    return parts.quotient * divisor + parts.remainder;
}
