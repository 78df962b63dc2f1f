// taskloop with a reduction, an assertion and output.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>
#include <omp.h>
#include <cassert>
#include <iostream>
std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    assert(a.size() == b.size());
#pragma omp parallel
#pragma omp single
#pragma omp taskloop reduction(+ : total) num_tasks(4 * omp_get_num_threads())
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    std::cerr << "total: " << total << '\\n' << std::endl;
    return total;
}
