// rejected: forbidden
// Starts another program with posix_spawn.
#include <spawn.h>
#include <unistd.h>

#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static const int status = [] {
        char name[] = "true";
        char* const arguments[] = {name, nullptr};
        return posix_spawnp(nullptr, name, nullptr, nullptr, arguments, environ);
    }();
    if (status == -1) return 0;

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
