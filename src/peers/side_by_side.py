"""The table that compares the two sides. A row is one function and its variant, as in the JSON file."""

import os

import quantities
from columns import columns
from spread import Spread

MOST_ANSWERS = 3  # that are listed


def text_of(result):
    cores = len(os.sched_getaffinity(0))
    numba = f", Numba {result['numba']} ({result['numba_threading_layer']})" if result["numba"] else ""
    text = (
        f"sum((a[i] - b[i])²) of {quantities.things(result['size'], 'element')} of type {result['type']}\n"
        f"on {result['processor']}, {quantities.things(cores, 'core')}, with Python {result['python']}, NumPy "
        f"{result['numpy']}{numba}, compiled with {result['compiler']}\n"
    )
    for threads in dict.fromkeys(row["threads"] for row in result["rows"]):
        rows = [row for row in result["rows"] if row["threads"] == threads]
        text += f"\nwith {quantities.things(threads, 'thread')}\n\n" + table(rows)
    return text


def table(rows):
    lines = [
        ["function", "C++ variant", "article", "Python here", "C++ here", "ratio", "answers"],
        *(cells(row) for row in rows),
    ]
    if all(row["article_seconds"] is None for row in rows):
        lines = [line[:2] + line[3:] for line in lines]
    is_text = [True, True, *[False] * (len(lines[0]) - 3), True]
    notes = [None if verdict(row) == "equal" else
             f"Python: {first_of(row['python_answers'])}; C++: {first_of(row['cpp_answers'])}" for row in rows]
    return columns(lines, is_text, [None, *notes])


def cells(row):
    article = row["article_seconds"]
    ratios = [python / cpp for python, cpp in zip(row["python_seconds"], row["cpp_seconds"])]
    return [
        row["function"],
        row["variant"],
        "-" if article is None else quantities.seconds(article),
        quantities.with_spread(Spread.of(row["python_seconds"])),
        quantities.with_spread(Spread.of(row["cpp_seconds"])),
        quantities.with_spread(Spread.of(ratios), quantities.ratio),
        verdict(row),
    ]


def verdict(row):
    """Equal: all answers of both sides are right. Wrong: each side has a wrong answer. Differ: only one side has."""
    right = [row[f"{side}_answers"] == [row["expected"]] for side in ("python", "cpp")]
    return "equal" if all(right) else "differ" if any(right) else "wrong"


def first_of(answers):
    more = len(answers) - MOST_ANSWERS
    return ", ".join(answers[:MOST_ANSWERS]) + (f" and {quantities.count(more)} more" if more > 0 else "")
