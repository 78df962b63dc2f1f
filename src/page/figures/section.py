"""What a figure gives to the page, and the cells that the tables of several figures have in common."""

from dataclasses import dataclass
from typing import Callable

import quantities

NOTHING = "–"


@dataclass(frozen=True)
class Section:
    """A figure with its caption and its table."""

    identity: str
    title: str
    label: str  # for screen readers
    caption: str
    columns: list
    rows: list
    draw: Callable  # takes a width in pixels, returns the matplotlib figure


@dataclass(frozen=True)
class Missing:
    """A figure that cannot be drawn, and the reason."""

    identity: str
    title: str
    reason: str


def time(measurement):
    return quantities.with_spread(measurement.time)


def memory(measurement):
    return "n/a" if measurement.peak_heap is None else quantities.memory(measurement.peak_heap)


def verdict(measurement):
    """The verdict on the answers, worded as in the terminal's comparison."""
    if measurement.wrong_calls:
        return f"wrong in {quantities.count(measurement.wrong_calls)} of {quantities.things(measurement.calls, 'call')}"
    if measurement.wrong_control_calls:
        calls = quantities.things(measurement.control_calls, "control call")
        return f"wrong in {quantities.count(measurement.wrong_control_calls)} of {calls}"
    if not measurement.control_calls:
        return "unproven: no memory for control calls"
    return "all elements counted, within rounding" if measurement.calls_within_rounding else "right"


def share(fraction):
    return NOTHING if fraction is None else quantities.percent(fraction)
