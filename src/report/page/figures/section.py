"""What a figure gives to the page, and the words that the tables of several figures share."""

from dataclasses import dataclass
from typing import Callable

import quantities

NOTHING = "–"


@dataclass(frozen=True)
class Section:
    """A figure with its caption and its numbers."""

    identity: str
    title: str
    label: str  # for those who hear the page
    caption: str
    columns: list
    rows: list
    draw: Callable  # gives the matplotlib figure, given a width in pixels


@dataclass(frozen=True)
class Missing:
    """A figure that cannot be drawn, and why."""

    identity: str
    title: str
    reason: str


def time(measurement):
    return quantities.with_spread(measurement.time)


def memory(measurement):
    return "n/a" if measurement.peak_heap is None else quantities.memory(measurement.peak_heap)


def verdict(measurement):
    if not measurement.wrong_calls:
        return "right"
    return f"wrong in {quantities.count(measurement.wrong_calls)} of {quantities.things(measurement.calls, 'call')}"


def share(fraction):
    return NOTHING if fraction is None else quantities.percent(fraction)
