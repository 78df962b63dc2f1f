"""The tables of what people use instead: what a call costs, and what it answers. A row is as in the JSON file."""

import quantities
from columns import columns
from spread import Spread

SMALL_ERROR = 0.001  # below it, an error is not shown in percent


def text_of(alternatives):
    rows = alternatives["rows"]
    text = (
        f"\nWhat people use instead: {', '.join(alternatives['versions'])}\n"
        f"ratio: the time divided by that of {alternatives['baseline']}; peak memory: of one call;\n"
        "error: the relative error of float32\n"
    )
    for threads in dict.fromkeys(row["threads"] for row in rows):
        of_threads = [row for row in rows if row["threads"] == threads]
        text += f"\nwith {quantities.things(threads, 'thread')}\n\n"
        text += costs(of_threads, alternatives["memory_resolution"]) + "\n" + answers(of_threads)
    return text


def costs(rows, resolution):
    lines = [["alternative", "threads", "time", "ratio", "peak memory"]]
    for row in rows:
        ratio = Spread.of(seconds / other for seconds, other in zip(row["seconds"], row["baseline_seconds"]))
        lines.append([
            row["name"],
            str(row["threads_used"]),
            quantities.with_spread(Spread.of(row["seconds"])),
            quantities.with_spread(ratio, quantities.ratio),
            quantities.memory_of_call(row["peak_memory"], resolution),
        ])
    return columns(lines, [True, False, False, False, False])


def answers(rows):
    types = list(rows[0]["answers"])
    lines = [["answers", *types, "error"]]
    for row in rows:
        lines.append([row["name"], *(answer(row, type) for type in types), error(row["float32_error"])])
    return columns(lines, [True, *[False] * (len(types) + 1)])


def answer(row, type):
    """One answer, and how many others there are."""
    found = row["answers"][type]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return found[0] + more + ("" if row["right"][type] else ", wrong")


def error(value):
    return "0" if value == 0 else quantities.percent(value) if value >= SMALL_ERROR else f"{value:.1e}"
