// One thread makes the places inside the region, where the size of the team is known. The slices follow from it, too.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace {

struct alignas(64) Place {
    std::int64_t sum = 0;
};

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::unique_ptr<Place[]> places;
    std::size_t threads = 0;
#pragma omp parallel
    {
#pragma omp single
        {
            threads = static_cast<std::size_t>(omp_get_num_threads());
            places = std::make_unique<Place[]>(threads);
        }
        const auto thread = static_cast<std::size_t>(omp_get_thread_num());
        std::int64_t mine = 0;
        for (std::size_t i = a.size() * thread / threads; i < a.size() * (thread + 1) / threads; ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[thread].sum = mine;
    }
    std::int64_t total = 0;
    for (std::size_t thread = 0; thread < threads; ++thread) total += places[thread].sum;
    return total;
}
