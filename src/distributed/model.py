"""A model of the time that a reduction over MPI takes, after LogGP (Alexandrov, Ionescu, Schauser and Scheiman, 1995).

LogGP describes a message of n bytes by a latency, an overhead on both sides, and a time for each further byte. A
ping-pong measures the sum of the first two, and the last. With recursive doubling (Thakur, Rabenseifner and Gropp,
2005), MPI_Allreduce takes ceil(log2 of ranks) steps. In each step, every rank exchanges one message with another.

If there are more ranks than cores, ranks that share a core wait for each other. Then a step takes as long as the system
needs to let each of them run once.
"""

from dataclasses import dataclass, replace
from math import ceil, log2

import quantities


@dataclass(frozen=True)
class Machine:
    cores: int  # 0 for as many as there are ranks
    latency: float  # seconds from one rank to another on another core, for a short message
    switch: float  # the same to a rank on the same core
    seconds_per_byte: float

    def step(self, ranks, size):
        on_a_core = ceil(ranks / self.cores) if self.cores else 1
        return (self.latency if on_a_core == 1 else on_a_core * self.switch) + size * self.seconds_per_byte

    def allreduce(self, ranks, size=8):
        """The time in seconds of MPI_Allreduce of so many bytes."""
        return ceil(log2(ranks)) * self.step(ranks, size)

    def with_a_core_for_each_rank(self):
        return replace(self, cores=0)

    def __str__(self):
        return (f"A message of 8 bytes takes {quantities.seconds(self.latency)} between two cores and "
                f"{quantities.seconds(self.switch)} between two ranks on one core; long messages pass at "
                f"{1e-9 / self.seconds_per_byte:.3g} GB/s.")
