// Run at configure time, with VARIANT_FILE and VARIANT of one variant: is what this compiler and its runtime make of it
// right? Exit status 0 if so; otherwise 1, and what it does on standard output. Some constructs of OpenMP have been
// wrong, silently: `for simd reduction` adds up a part of the array with clang++ 14 at -O1, and after a `target teams`
// region libomp 14 hangs in the next group of tasks.
#include VARIANT_FILE

#include <omp.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

template <ssd::Element T>
bool is_right() {
    const std::vector<T> a(10'007, T{5});
    const std::vector<T> b(a.size(), T{3});
    const bool right = ssd::variants::VARIANT(ssd::View<T>{a}, ssd::View<T>{b}) == 4 * 10'007;
    int tasks = 0;  // of the next parallel region
#pragma omp parallel
#pragma omp single
#pragma omp taskgroup task_reduction(+ : tasks)
    {
#pragma omp task in_reduction(+ : tasks)
        tasks += 1;
#pragma omp task in_reduction(+ : tasks)
        tasks += 1;
    }
    return right && tasks == 2;
}

// May be called by a signal handler.
void fail(std::string_view what) {
    const auto written = write(STDOUT_FILENO, what.data(), what.size());
    _exit(written > 0 ? 1 : 2);
}

}  // namespace

int main() {
    std::signal(SIGALRM, [](int) { fail("does not end"); });
    alarm(10);  // seconds
    for (const int threads : {2, 1, 2, 5}) {
        omp_set_num_threads(threads);
        if (!is_right<std::int64_t>() || !is_right<std::int32_t>() || !is_right<double>() || !is_right<float>())
            fail("gives a wrong sum");
    }
    return 0;
}
