// Each thread adds in a variable of its own, which the compiler keeps in a register, and writes to its place once. Only
// this thread writes there, so the place needs neither a lock nor an atomic update. The barrier at the end of the
// region orders all writes before the loop that reads them.
//
// omp_get_max_threads() is the largest team that the region can get. If OpenMP starts a smaller one, the other places
// keep their 0. Each place fills a cache line. That would be essential if the threads wrote there often. With one write
// each, it makes sure that the speed does not depend on what the compiler keeps in registers.
#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace {

struct alignas(64) Place {
    std::int64_t sum = 0;
};

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::vector<Place> places(static_cast<std::size_t>(omp_get_max_threads()));
#pragma omp parallel
    {
        std::int64_t mine = 0;
#pragma omp for
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::int64_t difference = a[i] - b[i];
            mine += difference * difference;
        }
        places[static_cast<std::size_t>(omp_get_thread_num())].sum = mine;
    }
    std::int64_t total = 0;
    for (const Place& place : places) total += place.sum;
    return total;
}
