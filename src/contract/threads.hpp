// How many threads a variant asks for: one setting for all variants, with OpenMP or without.
#pragma once

#include <omp.h>

#include <algorithm>
#include <cstddef>

namespace reductions {

// The number of threads that a parallel region asks for: OMP_NUM_THREADS or all cores, unless set_thread_count() has
// changed it.
inline std::size_t requested_threads() { return static_cast<std::size_t>(omp_get_max_threads()); }

// The most threads that OpenMP delivers, whatever is requested: OMP_THREAD_LIMIT, or one if OMP_MAX_ACTIVE_LEVELS=0.
inline std::size_t thread_limit() {
    return omp_get_max_active_levels() == 0 ? 1 : static_cast<std::size_t>(omp_get_thread_limit());
}

// The number of threads that a variant uses: those requested, up to thread_limit(). Variants without OpenMP use the
// same number, so that all variants can be compared. OpenMP may deliver fewer, so a variant must not rely on getting
// this many.
inline std::size_t thread_count() { return std::min(requested_threads(), thread_limit()); }

// The size of the thread team that a parallel region really gets.
inline std::size_t delivered_threads() {
    int team = 1;
#pragma omp parallel
#pragma omp single
    team = omp_get_num_threads();
    return static_cast<std::size_t>(team);
}

// Changes the number of threads that the calling thread requests.
inline void set_thread_count(std::size_t threads) { omp_set_num_threads(static_cast<int>(threads)); }

}  // namespace reductions
