"""The article's functions in NumPy and plain Python, and the pool of threads that two of them, and one of Numba's, use.

Each returns sum((a[i] - b[i])²) of two arrays, but for superfast, which does not compute anything.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

CHUNK = 100_000  # elements, about

_pool = ThreadPoolExecutor(max_workers=1)


def set_threads(threads):
    global _pool
    _pool.shutdown()
    _pool = ThreadPoolExecutor(max_workers=threads)


def sum_over_chunks(function, a, b):
    """What the function gives for each chunk, computed on the pool, added up."""
    chunks = max(1, len(a) // CHUNK)
    return sum(_pool.map(function, np.array_split(a, chunks), np.array_split(b, chunks)))


def np_squared_diff(a, b):
    return np.sum((a - b) ** 2)


def np_parallel_squared_diff(a, b):
    return sum_over_chunks(np_squared_diff, a, b)


def superfast(a, b):
    return 0
