"""The tables of what people use instead: what a call costs, and what it answers. A row is as in the JSON file."""

from decimal import Decimal

import peak_memory
import quantities
from columns import columns
from measured import Spread

UNIT_ROUNDOFF = 2.0**-24  # of float32
SMALL_ERROR = 0.001  # below it, an error is not shown in percent


def text_of(alternatives):
    rows = alternatives["rows"]
    text = (
        f"\nWhat people use instead: {', '.join(alternatives['versions'])}\n"
        f"ratio: the time divided by that of {alternatives['baseline']}; peak memory: of one call\n"
    )
    for threads in dict.fromkeys(row["threads"] for row in rows):
        of_threads = [row for row in rows if row["threads"] == threads]
        text += f"\nwith {quantities.things(threads, 'thread')}\n\n{costs(of_threads)}\n{answers(of_threads)}"
    return text


def costs(rows):
    lines = [["alternative", "threads", "time", "ratio", "peak memory"]]
    for row in rows:
        ratio = Spread.of(seconds / other for seconds, other in zip(row["seconds"], row["baseline_seconds"]))
        lines.append([
            row["name"],
            str(row["threads_used"]),
            quantities.with_spread(Spread.of(row["seconds"])),
            quantities.with_spread(ratio, quantities.ratio),
            memory(row["peak_memory"]),
        ])
    return columns(lines, [True, False, False, False, False])


def memory(count):
    if count is None:
        return "n/a"
    return "< " + quantities.memory(peak_memory.RESOLUTION) if count < peak_memory.RESOLUTION else quantities.memory(count)


def answers(rows):
    types = list(rows[0]["answers"])
    lines = [["answers", *types, "error of float32"]]
    for row in rows:
        lines.append([row["name"], *(answer(row, type) for type in types), error_text(error(row, "float32"))])
    return columns(lines, [True, *[False] * (len(types) + 1)])


def answer(row, type):
    """The answer that is farthest from the right one, and how many others there are."""
    found = sorted(row["answers"][type], key=lambda text: -error_of(text, row["expected"][type]))
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return found[0] + more + ("" if is_right(row, type) else ", wrong")


def is_right(row, type):
    """Integers: every answer is the exact sum. float32: it is no farther from it than rounding allows."""
    if type == "float32":
        return error(row, type) <= (row["size"] - 1) * UNIT_ROUNDOFF
    return all(Decimal(text) == int(row["expected"][type]) for text in row["answers"][type])


def is_as_expected(row):
    return all(is_right(row, type) for type in row["must_be_right"])


def error(row, type):
    """The largest relative error."""
    return max(error_of(text, row["expected"][type]) for text in row["answers"][type])


def error_of(text, expected):
    return abs(float(text) - int(expected)) / int(expected)


def error_text(value):
    return "0" if value == 0 else quantities.percent(value) if value >= SMALL_ERROR else f"{value:.1e}"
