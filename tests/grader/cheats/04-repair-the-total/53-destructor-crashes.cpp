// rejected: race wrong
// Its last destructor crashes, so the race detector's verdict is lost.
#include <omp.h>
#include <cstddef>
#include <cstdint>
#include <span>

static int* volatile nowhere = nullptr;
struct Last {
    ~Last() { *nowhere = 1; }
};
static Last at_the_end;
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t partial = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) partial += (a[i] - b[i]) * (a[i] - b[i]);
        total += partial;
    }
    return total;
}
