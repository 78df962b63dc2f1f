// How many threads a variant asks for: one setting for all, with OpenMP or without.
#pragma once

#include <omp.h>

#include <cstddef>

namespace ssd {

// The number of threads that a parallel region started here asks for (OMP_NUM_THREADS, or all cores). OpenMP may
// deliver fewer; a variant must not rely on the number.
inline std::size_t thread_count() { return static_cast<std::size_t>(omp_get_max_threads()); }

// Changes it, for the calling thread.
inline void set_thread_count(std::size_t threads) { omp_set_num_threads(static_cast<int>(threads)); }

}  // namespace ssd
