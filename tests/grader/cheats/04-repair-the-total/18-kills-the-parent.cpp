// rejected: forbidden
// Sends a signal to its parent. Signal 0 does no harm; a real cheat would send SIGKILL.
#include <cstdint>
#include <span>

extern "C" int kill(int process, int signal) noexcept;
extern "C" int getppid() noexcept;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    kill(getppid(), 0);
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
