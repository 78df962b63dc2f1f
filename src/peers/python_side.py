"""The Python side: calls the article's functions in this process."""

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
        """The library that Numba has its threads from: known once a parallel loop has run."""
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
    """The module of the functions in Numba; None, and a line that says why, where Numba cannot be loaded."""
    os.environ["NUMBA_NUM_THREADS"] = str(most_threads)
    # As the variants have their threads. TBB, which Numba prefers, starts no more of them than there are cores.
    os.environ.setdefault("NUMBA_THREADING_LAYER_PRIORITY", "omp tbb workqueue")
    try:
        import article_numba
    except Exception as error:  # one that does not get along with this NumPy may raise anything
        reason = str(error).partition("\n")[0]
        print(f"peers: Numba's functions are left out, for it cannot be loaded: {reason}", file=sys.stderr)
        return None
    return article_numba
