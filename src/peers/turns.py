"""A turn of one side, Python or C++: it wakes the threads, times the calls and waits until the threads sleep."""

import time

TURN = 0.015  # approximate seconds of the timed calls in a turn, or one call if it takes longer
MOST_CALLS = 1_000


class Turns:
    """The turns of one side. `timed(name, threads, calls)` calls a function that many times, and returns the seconds of
    all calls together and the answers."""

    def __init__(self, timed):
        self._timed = timed
        self._calls = {}

    def take(self, name, threads):
        """The mean seconds of a call in this turn, and the set of answers."""
        calls = self._calls_of(name, threads)
        _, first = self._timed(name, threads, 1)  # wakes the threads
        seconds, answers = self._timed(name, threads, calls)
        rest()
        return seconds / calls, {*first, *answers}

    def _calls_of(self, name, threads):
        if (name, threads) not in self._calls:
            self._timed(name, threads, 1)  # Numba compiles during this call
            seconds, _ = self._timed(name, threads, 1)
            self._calls[name, threads] = min(max(1, round(TURN / max(seconds, 1e-9))), MOST_CALLS)
        return self._calls[name, threads]


def rest():
    """Waits until this process no longer uses the cores, because OpenMP's idle threads spin for some milliseconds after
    a parallel loop. Gives up after a second, because the environment can tell these threads to spin forever.

    Linux updates the processor time of a running thread at least every 10 ms.
    """
    for _ in range(100):
        before = time.process_time()
        time.sleep(0.010)
        if time.process_time() - before < 0.001:
            return
