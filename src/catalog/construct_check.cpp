// Runs at configure time, with VARIANT_FILE and VARIANT of one variant. Checks that the variant gives the right sum
// with this compiler and its OpenMP library. Exit status 0 if it does; otherwise 1, with what happens on standard
// output. Some compilers silently miscompile a construct: with clang++ 14 at -O1, `for simd reduction` adds only a part
// of the array, with clang++ 19 a scan of one element crashes, and with libomp 14, the next task group after a
// `target teams` region hangs.
#include VARIANT_FILE

#include <omp.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

template <reductions::Element T>
bool is_right(int size) {
    const std::vector<T> a(static_cast<std::size_t>(size), T{5});
    const std::vector<T> b(a.size(), T{3});
    const bool right = reductions::VARIANT::entry(reductions::View<T>{a}, reductions::View<T>{b}) == 4 * size;
    int tasks = 0;  // the number that ran in the next parallel region
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

// A signal handler may call it.
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
        for (const int size : {10'007, 1}) {
            if (!is_right<std::int64_t>(size) || !is_right<std::int32_t>(size) || !is_right<double>(size) ||
                !is_right<float>(size))
                fail("gives a wrong sum");
        }
    }
    return 0;
}
