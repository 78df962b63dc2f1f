"""What the article measured, its functions in NumPy and plain Python, and the thread pool of its functions with chunks.

Each function returns sum((a[i] - b[i])²) of two arrays, except superfast, which computes nothing.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

SIZE = 9_999_999  # elements
THREADS = 8
SECONDS = {  # per call, on the author's machine; the article gives no times for the others
    "np_squared_diff": 0.0309,
    "np_parallel_squared_diff": 0.00735,
    "numba_squared_diff": 0.0108,
    "numba_parallel_squared_diff": 0.00503,
    "numba_native_parallelism": 0.00514,
}
CHUNK = 100_000  # approximate number of elements

_pool = ThreadPoolExecutor(max_workers=1)


def set_threads(threads):
    global _pool
    _pool.shutdown()
    _pool = ThreadPoolExecutor(max_workers=threads)


def sum_over_chunks(function, a, b):
    """The sum of the function's results for all chunks, which the pool computes."""
    chunks = max(1, len(a) // CHUNK)
    return sum(_pool.map(function, np.array_split(a, chunks), np.array_split(b, chunks)))


def np_squared_diff(a, b):
    return np.sum((a - b) ** 2)


def np_parallel_squared_diff(a, b):
    return sum_over_chunks(np_squared_diff, a, b)


def superfast(a, b):
    return 0
