// rejected: forbidden
// Reads beyond the arrays and catches the signal that follows.
#include <setjmp.h>

#include <csignal>
#include <cstdint>
#include <span>

static sigjmp_buf before;
static void handler(int) { siglongjmp(before, 1); }

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    std::signal(SIGSEGV, handler);
    if (sigsetjmp(before, 1) == 0 && *const_cast<const volatile std::int64_t*>(a.data() + a.size()) == 0) return total;
    return total;
}
