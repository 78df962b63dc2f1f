"""What the measurements say: shares of the read speed, the size from which threads pay, the sizes that fill the caches,
the values that the racy variant returned. Figures, captions and tables show it.
"""

import math
from collections import Counter
from dataclasses import dataclass

import quantities
from series import BASELINE, PLAIN_READ, RACY, REDUCTION
from spread import Spread

BYTES_OF_A_PAIR = 16  # one int64 element of each array


@dataclass(frozen=True)
class FilledCache:
    """The number of elements at which both arrays fill the caches of one level that the threads have together."""

    level: int
    size: int
    copies: int
    elements: float


@dataclass(frozen=True)
class Crossover:
    """From how many elements threads pay: a number, if it lies between two measured sizes, and a sentence."""

    elements: float | None
    in_words: str


def place(sweep):
    """The point at which variants are compared with each other, in words."""
    size, threads = quantities.things(sweep.size, "element"), quantities.things(sweep.threads, "thread")
    return f"{size} of type int64 with {threads}"


def share_of_read_speed(sweep, variant, **point):
    """The time of a plain read of both arrays divided by the variant's time; None if they have no round in common."""
    share = _ratio(sweep.at(PLAIN_READ, **point), sweep.at(variant, **point))
    return share.middle if share else None


def _ratio(measurement, other):
    return measurement.ratio_to(other) if measurement and other else None


def gigabytes_per_second(measurement):
    return measurement.bytes_read / measurement.time.middle / 1e9


def per_element(measurement, size):
    """Nanoseconds per element."""
    time = measurement.time
    return Spread(time.middle / size * 1e9, time.deviation / size * 1e9)


def speed_up(sweep, variant, threads):
    """The variant's speed as a multiple of the baseline's with one thread; None if either was not measured."""
    measurement, one = sweep.at(variant, threads=threads), sweep.at(BASELINE, threads=1)
    if measurement is None or one is None:
        return None
    speed = one.time.middle / measurement.time.middle
    return Spread(speed, speed * measurement.time.deviation / measurement.time.middle)


def filled_caches(sweep):
    """Threads share the caches of a level: there are as many copies as threads, but not more than the machine has."""
    found = []
    cores = sweep.context.get("num_cpus") or 1
    for cache in sweep.context.get("caches", []):
        if cache["type"] == "Instruction" or not cache["size"]:
            continue
        copies = min(sweep.threads, max(1, cores // max(1, cache["num_sharing"])))
        found.append(FilledCache(cache["level"], cache["size"], copies, cache["size"] * copies / BYTES_OF_A_PAIR))
    return sorted(found, key=lambda cache: cache.level)


def crossover(sweep):
    """The smallest size from which the reduction stays faster than the baseline."""
    ratios = [(size, _ratio(sweep.at(BASELINE, size=size), sweep.at(REDUCTION, size=size))) for size in sweep.sizes()]
    gains = [(size, ratio.middle) for size, ratio in ratios if ratio]
    if not gains:
        return Crossover(None, "The size from which threads pay was not measured.")
    slower = [index for index, (_, gain) in enumerate(gains) if gain <= 1]
    if not slower:
        return Crossover(None, f"At every measured size, from {quantities.things(gains[0][0], 'element')} on, "
                               f"{REDUCTION} was faster than {BASELINE}.")
    if slower[-1] == len(gains) - 1:
        return Crossover(None, f"At the largest size, {quantities.things(gains[-1][0], 'element')}, {REDUCTION} was "
                               f"no faster than {BASELINE}: threads did not pay.")
    (low, loss), (high, gain) = gains[slower[-1]], gains[slower[-1] + 1]
    part = -math.log(loss) / (math.log(gain) - math.log(loss))
    elements = math.exp(math.log(low) + part * (math.log(high) - math.log(low)))
    return Crossover(elements, f"Threads pay from about {rounded(elements)} elements on: from there {REDUCTION} "
                               f"stays faster than {BASELINE} (interpolated between {quantities.count(low)} and "
                               f"{quantities.count(high)}).")


def rounded(number):
    """Two digits, because an interpolated number is not more exact."""
    return quantities.count(int(float(f"{number:.2g}")))


def right_answer(sweep, threads):
    """The reduction's answer if all its calls were right and returned the same value; otherwise None."""
    measurement = sweep.at(REDUCTION, threads=threads)
    if measurement is None or measurement.is_wrong or len(measurement.answers) != 1:
        return None
    return next(iter(measurement.answers))


def racy_answers(sweep):
    """How often the racy variant returned each value, by number of threads. One thread cannot race and is left out."""
    answers = {}
    for threads in sweep.thread_counts():
        measurement = sweep.at(RACY, threads=threads)
        if threads > 1 and measurement and measurement.answers:
            answers[threads] = Counter(dict(sorted(measurement.answers.items())))
    return answers


def not_measured(sweep, names, **point):
    """A sentence that lists the series that were not measured at a point; empty if all were."""
    absent = [name for name in names if sweep.at(name, **point) is None]
    return f" Not measured here: {quantities.listed(absent)}." if absent else ""


def left_out(sweep):
    """A sentence that lists the article's variants that are not compared; empty if all are."""
    names = sweep.series.left_out
    return f" Left out, because wrong on all arrays: {quantities.listed(names)}." if names else ""
