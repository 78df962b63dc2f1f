#!/usr/bin/python3
"""Compares at_the_limit with the fastest other variant, for each size and type:   limits.py JSON...

Each JSON is what a run of compare has measured. Runs with the same sizes are taken together: a ratio is the median over
the rounds of all runs. Prints a table in Markdown, and then where at_the_limit falls short of its goals.
"""

import sys
from collections import defaultdict
from pathlib import Path

import quantities
from command import InputError, Parser, exit_status
from measured_sweep import ELEMENT_BYTES, read_sweep
from series import PLAIN_READ
from spread import Spread

LIMIT = "at_the_limit"
MOST_BEHIND = 1.03  # times the time of the fastest other variant
LEAST_OF_READ_SPEED = 0.95  # from here on:
LARGE = 1_000_000  # elements
NOTHING = "–"


class Cell:
    """All runs of one size and type."""

    def __init__(self):
        self.times = []  # of at_the_limit, in seconds
        self.times_of_read = []  # by the times of the fastest plain read
        self.ratios = defaultdict(list)  # to the times of each other variant

    def add(self, sweep, point, measured):
        self.times += measured.seconds.values()
        for other, there in sweep.measurements.items():
            if other == point or (other.type, other.size, other.busy_cores) != (point.type, point.size, point.busy_cores):
                continue
            ratios = [time / there.seconds[of] for of, time in measured.seconds.items() if of in there.seconds]
            if other.variant == PLAIN_READ:
                self.times_of_read += ratios
            elif not there.is_wrong:
                self.ratios[other.variant] += ratios

    @property
    def fastest_other(self):
        """Its name, and the time of at_the_limit divided by its time."""
        ratios = {variant: Spread.of(ratios).middle for variant, ratios in self.ratios.items() if ratios}
        return max(ratios.items(), key=lambda pair: pair[1], default=(NOTHING, None))

    @property
    def share_of_read_speed(self):
        return 1 / Spread.of(self.times_of_read).middle if self.times_of_read else None


def cells_of(sweeps):
    cells = defaultdict(Cell)
    for sweep in sweeps:
        for point, measured in sweep.measurements.items():
            if point.variant == LIMIT and measured.seconds:
                cells[point.busy_cores, point.size, list(ELEMENT_BYTES).index(point.type), point.type].add(
                    sweep, point, measured)
    return dict(sorted(cells.items()))


def row(key, cell):
    busy_cores, size, _, type = key
    variant, behind = cell.fastest_other
    share = cell.share_of_read_speed
    return [quantities.count(size), type, str(busy_cores), quantities.with_spread(Spread.of(cell.times)),
            NOTHING if share is None else quantities.percent(share),
            NOTHING if behind is None else quantities.digits(behind), f"`{variant}`" if behind else NOTHING]


def shortfalls(cells):
    """One line for each goal that a cell misses."""
    for (busy_cores, size, _, type), cell in cells.items():
        where = f"{quantities.count(size)} elements of {type}" + (
            f", {quantities.things(busy_cores, 'busy core')}" if busy_cores else "")
        variant, behind = cell.fastest_other
        if behind is not None and behind > MOST_BEHIND:
            yield f"{where}: {quantities.percent(behind - 1)} behind {variant}"
        share = cell.share_of_read_speed
        if share is not None and size >= LARGE and share < LEAST_OF_READ_SPEED:
            yield f"{where}: {quantities.percent(share)} of the read speed"


def origin(sweeps):
    """The machine, the compiler, and the days."""
    context = sweeps[0].context
    days = sorted({sweep.context.get("date", "")[:len("2026-01-31")] for sweep in sweeps} - {""})
    cores = context.get("num_cpus")
    known = [context.get("processor"), cores and quantities.things(cores, "core"), context.get("compiler"),
             " to ".join(sorted({days[0], days[-1]})) if days else None, quantities.things(len(sweeps), "run")]
    return ", ".join(filter(None, known)) + "."


def text_of(sweeps):
    cells = cells_of(sweeps)
    if not cells:
        raise InputError(f"there is no measurement of {LIMIT}")
    columns = ["elements", "type", "busy cores", "time", "of read speed", "time ÷ fastest other", "fastest other"]
    lines = [columns, ["--:", "---", "--:", "--:", "--:", "--:", "---"], *(row(*pair) for pair in cells.items())]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    short = [f"- {line}" for line in shortfalls(cells)]
    goals = (f"Goals: at most {quantities.percent(MOST_BEHIND - 1)} behind the fastest other variant, and at least "
             f"{quantities.percent(LEAST_OF_READ_SPEED)} of the read speed from {quantities.count(LARGE)} elements on.")
    return "\n".join([origin(sweeps), "", table, "", goals + (" It falls short here:" if short else " All are met."), *short])


def main(command_line):
    parser = Parser(prog="limits", description="Compares at_the_limit with the fastest other variant.")
    parser.add_argument("json", type=Path, nargs="+", help="contains what a run of compare has measured")
    arguments = parser.parse_args(command_line)
    print(text_of([read_sweep(path) for path in arguments.json]))


if __name__ == "__main__":
    sys.exit(exit_status("limits", lambda: main(sys.argv[1:])))
