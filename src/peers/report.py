"""The two sides as a person reads them. A row is one function beside its variant, as the JSON file has it."""

import os
import statistics

MOST_ANSWERS = 3  # that are listed


def text_of(result):
    cores = len(os.sched_getaffinity(0))
    numba = f", Numba {result['numba']} ({result['numba_threading_layer']})" if result["numba"] else ""
    text = (
        f"sum((a[i] - b[i])²) of {result['size']:,} elements of type {result['type']}\n"
        f"on {result['processor']}, {counted(cores, 'core')}, with Python {result['python']}, NumPy {result['numpy']}"
        f"{numba}, compiled with {result['compiler']}\n"
    )
    for threads in dict.fromkeys(row["threads"] for row in result["rows"]):
        rows = [row for row in result["rows"] if row["threads"] == threads]
        text += f"\nwith {counted(threads, 'thread')}\n\n" + table(rows)
    return text


def counted(number, thing):
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def table(rows):
    lines = [
        ["function", "C++ variant", "article", "Python here", "C++ here", "ratio", "answers"],
        *(cells(row) for row in rows),
    ]
    if all(row["article_seconds"] is None for row in rows):
        lines = [line[:2] + line[3:] for line in lines]
    widths = [max(map(len, column)) for column in zip(*lines)]
    text = ""
    for line, row in zip(lines, [None, *rows]):
        is_text = [True, True, *[False] * (len(line) - 3), True]
        padded = [cell.ljust(n) if left else cell.rjust(n) for cell, n, left in zip(line, widths, is_text)]
        text += "  ".join(padded).rstrip() + "\n"
        if row is not None and verdict(row) != "equal":
            text += f"    Python: {listed(row['python_answers'])}; C++: {listed(row['cpp_answers'])}\n"
    return text


def cells(row):
    article = row["article_seconds"]
    ratios = [python / cpp for python, cpp in zip(row["python_seconds"], row["cpp_seconds"])]
    return [
        row["function"],
        row["variant"],
        "-" if article is None else seconds_text(article),
        with_spread(row["python_seconds"], seconds_text),
        with_spread(row["cpp_seconds"], seconds_text),
        with_spread(ratios, lambda ratio: digits(ratio) + "×"),
        verdict(row),
    ]


def verdict(row):
    """Equal: every answer was the right one, on both sides. Wrong: neither side was always right."""
    right = [row[f"{side}_answers"] == [row["expected"]] for side in ("python", "cpp")]
    return "equal" if all(right) else "differ" if any(right) else "wrong"


def listed(answers):
    more = len(answers) - MOST_ANSWERS
    return ", ".join(answers[:MOST_ANSWERS]) + (f" and {more} more" if more > 0 else "")


def with_spread(values, text_of_value):
    """The median, and the median absolute deviation from it in per cent."""
    middle = statistics.median(values)
    percent = 100 * statistics.median(abs(value - middle) for value in values) / middle
    return f"{text_of_value(middle)} ±{percent:.{0 if percent >= 9.95 else 1}f}%"


def seconds_text(seconds):
    value = seconds * 1e9
    for unit in ("ns", "µs", "ms"):
        if value < 999.5:  # 1000 is written in the next unit
            return f"{digits(value)} {unit}"
        value /= 1000
    return f"{digits(value)} s"


def digits(value):
    return f"{value:.{0 if value >= 99.95 else 1 if value >= 9.995 else 2}f}"
