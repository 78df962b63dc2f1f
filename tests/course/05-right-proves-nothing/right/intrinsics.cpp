// Intrinsics.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>
#include <omp.h>
#include <immintrin.h>
__attribute__((target("avx2"))) static std::int64_t part(const std::int64_t* a, const std::int64_t* b, std::size_t n) {
    __m256i sum = _mm256_setzero_si256();
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        const __m256i d = _mm256_sub_epi64(_mm256_loadu_si256((const __m256i*)(a + i)), _mm256_loadu_si256((const __m256i*)(b + i)));
        sum = _mm256_add_epi64(sum, _mm256_mul_epi32(d, d));
    }
    const __m128i half = _mm_add_epi64(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    std::int64_t total = _mm_extract_epi64(half, 0) + _mm_extract_epi64(half, 1);
    for (; i < n; ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel reduction(+ : total)
    {
        const std::size_t t = omp_get_thread_num(), threads = omp_get_num_threads();
        const std::size_t begin = a.size() * t / threads, end = a.size() * (t + 1) / threads;
        total += part(a.data() + begin, b.data() + begin, end - begin);
    }
    return total;
}
