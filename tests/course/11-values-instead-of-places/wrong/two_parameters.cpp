// rejected: refused
// Belief: the number of threads comes from omp_set_num_threads.
// That is OpenMP's. This exercise's function gets it as a parameter.
#include <cstddef>
#include <cstdint>
#include <future>
#include <span>

namespace {

std::int64_t sum_of_slice(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    const std::size_t half = a.size() / 2;
    auto left = std::async(std::launch::async, sum_of_slice, a.first(half), b.first(half));
    const std::int64_t right = sum_of_slice(a.subspan(half), b.subspan(half));
    return left.get() + right;
}
