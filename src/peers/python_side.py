"""The Python side calls the article's functions in this process."""

import os
import sys
import time

import article
from turns import Turns


class PythonSide:
    def __init__(self, a, b, most_threads):
        self._arrays = a, b
        self._numba = _load_numba(most_threads)
        self._turns = Turns(self._timed)

    @property
    def numba_version(self):
        return self._numba.numba.__version__ if self._numba else None

    @property
    def numba_threading_layer(self):
        """The library from which Numba gets its threads. Numba knows it after the first parallel loop."""
        return self._numba.numba.threading_layer() if self._numba else None

    def has(self, name):
        return hasattr(article, name) or hasattr(self._numba, name)

    def set_threads(self, threads):
        article.set_threads(threads)
        if self._numba:
            self._numba.set_threads(threads)

    def take_turn(self, name, threads):
        return self._turns.take(name, threads)

    def _timed(self, name, _, calls):
        function = getattr(article if hasattr(article, name) else self._numba, name)
        answers = []
        start = time.perf_counter()
        for _ in range(calls):
            answers.append(function(*self._arrays))
        return time.perf_counter() - start, map(int, answers)


def _load_numba(most_threads):
    """The module with the functions in Numba. If it cannot be loaded, prints the reason and returns None."""
    os.environ["NUMBA_NUM_THREADS"] = str(most_threads)
    # The variants use OpenMP too. TBB, which Numba prefers, does not start more threads than there are cores.
    os.environ.setdefault("NUMBA_THREADING_LAYER_PRIORITY", "omp tbb workqueue")
    try:
        import article_numba
    except Exception as error:  # a Numba that does not support this NumPy may raise anything
        reason = str(error).partition("\n")[0]
        print(f"peers: Numba's functions are left out, because it cannot be loaded: {reason}", file=sys.stderr)
        return None
    return article_numba
