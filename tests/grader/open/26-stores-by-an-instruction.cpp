// Loses updates. ThreadSanitizer does not see the store, because this intrinsic function is an instruction, not an
// access.
#include <emmintrin.h>
#include <cstddef>
#include <cstdint>
#include <span>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    alignas(16) std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        const std::int64_t sum = total + partial;
        _mm_maskmoveu_si128(_mm_set_epi64x(0, sum), _mm_set_epi64x(0, -1), reinterpret_cast<char*>(&total));
        _mm_sfence();
    }
    return total;
}
