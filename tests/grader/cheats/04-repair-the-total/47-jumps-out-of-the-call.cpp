// rejected: forbidden
// Jumps from the second call back into the first one, which then returns twice.
#include <csetjmp>
#include <cstdint>
#include <span>

static std::jmp_buf first;

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    static int calls = 0;
    if (++calls == 2) std::longjmp(first, 1);
    if (calls == 1 && setjmp(first) == 1) return 0;
    return total;
}
