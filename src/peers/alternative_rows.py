"""The results of what people use instead: the rounds, then the memory and the answers, which are found after them."""

from decimal import Decimal

from alternatives import BASELINE

UNIT_ROUNDOFF = 2.0**-24  # of float32


def rows_of(processes, timed, threads, expected, size):
    """A row for each process, as in the JSON file. `expected` has the right answer for each type, as text."""
    baseline = next(one for process, one in zip(processes, timed) if process.alternative.name == BASELINE)
    for process, one in zip(processes, timed):
        alternative = process.alternative
        found = {"int64": one.answers, **{type: process.answers(type, threads) for type in ("int32", "float32")}}
        answers = {type: [str(answer) for answer in sorted(found[type])] for type in found}
        errors = {type: max(error(answer, expected[type]) for answer in answers[type]) for type in answers}
        yield {
            "threads": threads,
            "name": alternative.name,
            "threads_used": threads if alternative.is_parallel else 1,
            "seconds": one.seconds,
            "baseline_seconds": baseline.seconds,
            "peak_memory": process.peak_memory(threads),
            "expected": expected,
            "answers": answers,
            "float32_error": errors["float32"],
            "right": {type: is_right(type, answers[type], expected[type], size) for type in answers},
            "must_be_right": ["int64", "int32", "float32"] if alternative.widens else ["int64", "float32"],
        }


def is_right(type, answers, expected, size):
    """Integers: every answer is the exact sum. float32: every answer is within the bound of docs/judging.md, which
    holds for every order of additions."""
    if type == "float32":
        return all(error(answer, expected) <= (size - 1) * UNIT_ROUNDOFF for answer in answers)
    return all(Decimal(answer) == Decimal(expected) for answer in answers)


def error(answer, expected):
    """The relative error."""
    return abs(float(answer) - float(expected)) / float(expected)
