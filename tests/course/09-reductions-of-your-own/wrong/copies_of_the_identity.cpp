// rejected: wrong race
// Belief: copying the original is right, because it is the identity when the loop begins.
// g++ waits until all threads have copied it. With clang++ 14, a thread that starts late copies what others have merged.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

struct SumAndLargest {
    std::int64_t sum = 0;
    std::int64_t largest = std::numeric_limits<std::int64_t>::lowest();

    void add(std::int64_t difference) {
        sum += difference * difference;
        largest = std::max(largest, difference);
    }

    void combine(const SumAndLargest& other) {
        sum += other.sum;
        largest = std::max(largest, other.largest);
    }
};

#pragma omp declare reduction(gather:SumAndLargest : omp_out.combine(omp_in)) initializer(omp_priv = omp_orig)

SumAndLargest sum_and_largest(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    SumAndLargest result;
#pragma omp parallel for reduction(gather : result)
    for (std::size_t i = 0; i < a.size(); ++i) result.add(a[i] - b[i]);
    return result;
}
