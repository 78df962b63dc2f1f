"""The article's arrays in three element types, and the exact sum of their squared differences."""

import numpy as np
from command import InputError

# In all arrays, and in the temporaries: two that the C++ side keeps, and three of sqeuclidean.
BYTES_OF_AN_ELEMENT = 2 * (8 + 4 + 4) + 5 * 8
DIFFERENCE = 6
# Squares that fit in 32 bits. Their sum does not, if there are more than 5,965.
DIFFERENCE_OF_INT32 = 600
CHUNK = 100_000


def article_arrays(size):
    """Two arrays for each type, by the type's name."""
    needed = size * BYTES_OF_AN_ELEMENT
    available = available_memory()
    if needed > available:
        raise InputError(f"--size: '{size}' needs {needed / 1e9:.1f} GB of memory, but only {available / 1e9:.1f} GB "
                         "is free")
    return {name: (np.arange(1, size + 1, dtype=name), np.arange(1 + difference, size + 1 + difference, dtype=name))
            for name, difference in (("int64", DIFFERENCE), ("int32", DIFFERENCE_OF_INT32), ("float32", DIFFERENCE))}


def available_memory():
    """Linux's estimate of the bytes that are available without swapping."""
    with open("/proc/meminfo") as meminfo:
        return next(int(line.split()[1]) * 1024 for line in meminfo if line.startswith("MemAvailable:"))


def exact_sum(a, b):
    """sum((a[i] - b[i])²) of the numbers in the arrays, which are whole numbers in float32 too."""
    chunks = (slice(first, first + CHUNK) for first in range(0, len(a), CHUNK))
    return sum(int(np.sum((a[chunk].astype(np.int64) - b[chunk].astype(np.int64)) ** 2)) for chunk in chunks)
