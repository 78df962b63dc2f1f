// rejected: race wrong
// Hides the total in a string of the C++ library. The race is in instrumented code, too.
#include <omp.h>
#include <cstddef>
#include <cstdint>
#include <span>

#include <cstring>
#include <string>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    std::string shared(8, '\0');
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        std::string copy;
        copy.assign(shared, 0, 8);
        std::int64_t sum;
        std::memcpy(&sum, copy.data(), 8);
        sum += partial;
        shared.replace(0, 8, reinterpret_cast<const char*>(&sum), 8);
    }
    std::memcpy(&total, shared.data(), 8);
    return total;
}
