#!/usr/bin/python3
"""Writes a chapter's table of costs into its page:   costs.py PAGE JSON COMMAND

PAGE is docs/variants/CHAPTER.md. JSON is what `COMMAND --json JSON` has measured: the variants that have a section in
the page, and omp_reduction, to which the ratios refer. The table replaces what is between two comments in the page.
"""

import re
import sys
import textwrap
from pathlib import Path

import quantities
from command import InputError, Parser, exit_status, write_file
from measured_sweep import ELEMENT_BYTES, read_sweep
from series import PLAIN_READ, REDUCTION

BEGIN = "<!-- costs: written by make costs -->"
END = "<!-- end of costs -->"
TYPE = "int64"  # of all columns except the ratios
NOTHING = "–"
LEAST_RATIO = 0.005  # smaller ones would read 0.00
NO_BREAK = "\0"  # stands for a space at which a line may not end
MOST_OF_READ_SPEED = 2  # a variant with more has not read the arrays


class Costs:
    """The figures of each variant, for each type on the only size that the variant was measured on."""

    def __init__(self, sweep):
        self.sweep = sweep
        self.points = {(point.variant, point.type): point for point in sweep.measurements}
        self.types = [type for type in ELEMENT_BYTES if (REDUCTION, type) in self.points]

    def of(self, variant, type=TYPE):
        return self.sweep.measurements[self.points[variant, type]]

    def ratio(self, variant, type):
        """Time per element divided by that of the reduction; median of the rounds."""
        if (variant, type) not in self.points:
            return NOTHING
        elements = self.points[REDUCTION, type].size / self.points[variant, type].size
        ratio = self.of(variant, type).ratio_to(self.of(REDUCTION, type)).middle * elements
        return quantities.ratio(ratio) if ratio >= LEAST_RATIO else f"< {LEAST_RATIO}×"

    def time(self, variant):
        size, most = self.points[variant, TYPE].size, self.points[REDUCTION, TYPE].size
        fewer = "" if size == most else f", {quantities.count(size)} elements"
        return quantities.with_spread(self.of(variant).time) + fewer

    def share_of_read_speed(self, variant):
        reads = self.read_speed(self.points[variant, TYPE])
        share = reads.ratio_to(self.of(variant)).middle if reads else MOST_OF_READ_SPEED
        return quantities.percent(share) if share < MOST_OF_READ_SPEED else NOTHING

    def read_speed(self, point):
        """The fastest plain read of as many elements; None if there is none."""
        return self.sweep.at(PLAIN_READ, point.type, point.size, point.threads, point.busy_cores)

    def peak_heap(self, variant):
        peak = self.of(variant).peak_heap
        return "n/a" if peak is None else quantities.memory(peak)

    def wrong_runs(self, variant):
        """The number of wrong runs and of all runs, including those on control arrays."""
        measured = self.of(variant)
        return measured.wrong_calls + measured.wrong_control_calls, measured.calls + measured.control_calls


def table(path, variants, command):
    """The table in Markdown, below a line that says where its figures come from."""
    costs = Costs(read_sweep(path))
    if (REDUCTION, TYPE) not in costs.points:
        raise InputError(f"{path}: it contains no measurement of {REDUCTION} with type {TYPE}")
    there = [variant for variant in variants if (variant, TYPE) in costs.points]
    if not there:
        raise InputError(f"{path}: it contains no measurement of a variant that has a section in the page")
    columns = {"variant": [f"[{variant}](#{variant})" for variant in there]}
    for type in costs.types:
        columns[f"ratio, {type}"] = [costs.ratio(variant, type) for variant in there]
    columns[f"median time, {TYPE}"] = [costs.time(variant) for variant in there]
    columns["of read speed"] = [costs.share_of_read_speed(variant) for variant in there]
    columns["peak heap"] = [costs.peak_heap(variant) for variant in there]
    runs = [costs.wrong_runs(variant) for variant in there]
    if any(wrong for wrong, _ in runs):
        columns["wrong runs"] = [f"{quantities.count(wrong)} of {quantities.count(all)}" for wrong, all in runs]
    lines = [list(columns), ["---"] + ["--:"] * (len(columns) - 1), *zip(*columns.values())]
    text = origin(costs, command) + "\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    missing = [f"`{variant}`" for variant in variants if variant not in there]
    return text + (f"\n\nThis build leaves out {quantities.listed(missing)}." if missing else "")


def origin(costs, command):
    """The machine, the command, and how fast the machine reads."""
    context, point = costs.sweep.context, costs.points[REDUCTION, TYPE]
    cores, date = context.get("num_cpus"), context.get("date")
    known = [context.get("processor"), cores and quantities.things(cores, "core"), context.get("compiler"),
             date and date[:len("2026-01-31")], f"`{command}`".replace(" ", NO_BREAK)]
    text = (f"{', '.join(filter(None, known))}: {quantities.things(point.size, 'element')}, "
            f"{quantities.things(point.threads, 'thread')}.")
    reads = costs.read_speed(point)
    if reads:
        speed = quantities.digits(reads.bytes_read / reads.time.middle / 1e9)
        text += f" Fastest plain read of both arrays of {TYPE}: {quantities.seconds(reads.time.middle)}, {speed} GB/s."
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False).replace(NO_BREAK, " ")


def sections(page):
    """The variants that have a section: a variant's name has no capital letter."""
    return re.findall(r"^## ([a-z0-9_]+)$", page, re.MULTILINE)


def with_table(path, page, text):
    """The page with the text between the two comments."""
    before, _, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise InputError(f"{path}: the page must contain '{BEGIN}' and '{END}', in this order")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def write_costs(path, measurements, command):
    try:
        page = path.read_text(encoding="utf-8")
        text = table(measurements, sections(page), command)
        write_file(path, with_table(path, page, text))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def main(command_line):
    parser = Parser(prog="costs", description="Writes a chapter's table of costs into its page.")
    parser.add_argument("page", type=Path, help="docs/variants/CHAPTER.md")
    parser.add_argument("json", type=Path, help="contains what the command has measured")
    parser.add_argument("command", help="is quoted above the table")
    arguments = parser.parse_args(command_line)
    write_costs(arguments.page, arguments.json, arguments.command)


if __name__ == "__main__":
    sys.exit(exit_status("costs", lambda: main(sys.argv[1:])))
