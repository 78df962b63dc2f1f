"""The middle of several values, and how far they lie from it."""

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """A median and the values' median absolute deviation from it."""

    middle: float
    deviation: float

    @classmethod
    def of(cls, values):
        values = list(values)
        middle = statistics.median(values)
        return cls(middle, statistics.median(abs(value - middle) for value in values))
