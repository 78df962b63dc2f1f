"""Taking turns on one machine: how a side is woken, timed and put to rest, the same for Python and for C++."""

import time

TURN = 0.015  # seconds that the timed calls of a turn last, about; one call if that is longer
MOST_CALLS = 1_000


class Turns:
    """One side's turns. `timed(name, threads, calls)` calls a function that often; it returns the seconds that all calls
    took together, and the answers."""

    def __init__(self, timed):
        self._timed = timed
        self._calls = {}

    def take(self, name, threads):
        """The mean time of a call in this turn, in seconds, and the distinct answers."""
        calls = self._calls_of(name, threads)
        _, first = self._timed(name, threads, 1)  # wakes the threads that it needs
        seconds, answers = self._timed(name, threads, calls)
        rest()
        return seconds / calls, {*first, *answers}

    def _calls_of(self, name, threads):
        if (name, threads) not in self._calls:
            self._timed(name, threads, 1)  # Numba compiles in it
            seconds, _ = self._timed(name, threads, 1)
            self._calls[name, threads] = min(max(1, round(TURN / max(seconds, 1e-9))), MOST_CALLS)
        return self._calls[name, threads]


def rest():
    """Returns when this process leaves the cores to others: for some milliseconds after a parallel loop OpenMP's idle
    threads wait for the next one without sleeping. Gives up after a second, where they are told never to sleep.

    Linux brings the processor time of a running thread up to date every 10 ms at the latest.
    """
    for _ in range(100):
        before = time.process_time()
        time.sleep(0.010)
        if time.process_time() - before < 0.001:
            return
