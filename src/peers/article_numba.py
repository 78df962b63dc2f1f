"""The article's functions in Numba, which compiles each function on its first call.

Numba reads its maximum number of threads, NUMBA_NUM_THREADS in the environment, when this module is imported.
"""

import numba
import numpy as np
from article import sum_over_chunks

set_threads = numba.set_num_threads


@numba.jit(nopython=True, nogil=True)
def numba_squared_diff(a, b):
    total = 0
    for i in range(len(a)):
        total += (a[i] - b[i]) ** 2
    return total


def numba_parallel_squared_diff(a, b):
    return sum_over_chunks(numba_squared_diff, a, b)


@numba.jit(nopython=True, parallel=True)
def numba_native_parallelism(a, b):
    total = 0
    for i in numba.prange(len(a)):
        total += (a[i] - b[i]) ** 2  # Numba recognises a reduction, and each thread has its own total
    return total


@numba.jit(nopython=True, parallel=True)
def numba_native_parallelism_bad(a, b):
    """WRONG ON PURPOSE: all threads write to one element of an array, which Numba does not treat as a reduction."""
    total = np.zeros(1, dtype=np.int64)
    for i in numba.prange(len(a)):
        total[0] += (a[i] - b[i]) ** 2
    return total[0]
