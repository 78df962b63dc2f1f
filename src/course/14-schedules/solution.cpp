// Each thread that is free takes the next block. A thread on a busy core takes fewer blocks than the others, and at the
// end they wait for one block at most. A block is so long that taking it costs little: 16,384 elements take several
// microseconds, and taking them some ten nanoseconds. It is so short that each thread takes many, even if there are 64
// threads.
#include <cstddef>
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for schedule(dynamic, 16'384) reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}
