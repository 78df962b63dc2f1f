"""What people use instead of the article's functions.

Each alternative is loaded in a process of its own, and is then called as call(a, b, threads).
"""

import ctypes
import os
import sys
from dataclasses import dataclass
from typing import Callable

import article
import cpp_side
import numpy as np
import rust_libraries
from availability import imported
from series import REDUCTION

BASELINE = f"C++ {REDUCTION}"


@dataclass(frozen=True)
class Alternative:
    name: str
    load: Callable  # returns the version of what is called, and the function
    is_parallel: bool = False
    widens: bool = True  # whether it adds int32 in 64 bits, as numpy.sum does


def alternatives(library, rust_folder, module_folder):
    return [
        Alternative("NumPy sum((a - b)**2)", _numpy(lambda a, b, _: article.np_squared_diff(a, b))),
        Alternative("NumPy dot(d, d)", _numpy(_dot), widens=False),
        Alternative("NumPy einsum", _numpy(_einsum), widens=False),
        Alternative("numexpr", _numexpr, widens=False),  # its threads do not share the work of a sum
        Alternative("SciPy sqeuclidean", _scipy),
        Alternative("Rust std::thread::scope", lambda: rust_libraries.thread_scope(rust_folder), is_parallel=True),
        Alternative("Rust rayon", lambda: rust_libraries.rayon(rust_folder), is_parallel=True),
        Alternative("C++ at_the_limit", lambda: _at_the_limit(module_folder), is_parallel=True),
        Alternative(BASELINE, lambda: _cpp(library), is_parallel=True),
    ]


def _numpy(call):
    return lambda: (f"NumPy {np.__version__}", call)


def _dot(a, b, _):
    d = a - b
    return np.dot(d, d)


def _einsum(a, b, _):
    d = a - b
    return np.einsum("i,i->", d, d)


def _numexpr():
    os.environ["NUMEXPR_MAX_THREADS"] = "256"
    numexpr = imported("numexpr")

    def call(a, b, threads):
        if numexpr.get_num_threads() != threads:
            numexpr.set_num_threads(threads)
        return numexpr.evaluate("sum((a - b)**2)")

    return f"numexpr {numexpr.__version__}", call


def _scipy():
    distance = imported("scipy.spatial.distance")
    return f"SciPy {imported('scipy').__version__}", lambda a, b, _: distance.sqeuclidean(a, b)


def _at_the_limit(folder):
    sys.path.insert(1, str(folder))
    module = imported("at_the_limit", "'make python' builds it")
    openmp = ctypes.CDLL(module.__file__)  # finds the functions of the library that the module is linked with

    def call(a, b, threads):
        openmp.omp_set_num_threads(threads)
        return module.squared_distance(a, b)

    return module.compiler, call


def _cpp(path):
    library = cpp_side.load(path)

    def call(a, b, threads):
        _, answers = cpp_side.timed(library, a, b, REDUCTION, threads, 1)
        return answers[0]

    return cpp_side.compiler_of(library), call
