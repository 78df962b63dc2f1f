"""What the measurements say: shares of the limit, where threads begin to pay, what the caches hold, which values the
racy variant gave. The figures show it, their captions and tables tell it."""

import math
from collections import Counter
from dataclasses import dataclass

import quantities
from measured import LIMIT, Spread

ARTICLE_VARIANTS = (
    "eigen_temporaries",
    "eigen_temporaries_chunked",
    "fused_loop",
    "fused_loop_chunked",
    "omp_reduction",
    "shared_accumulator",
    "return_zero",
)
FASTEST = "at_the_limit"
READING_VARIANTS = ARTICLE_VARIANTS[:-1] + (FASTEST,)  # those whose time has to do with the arrays
BYTES_OF_A_PAIR = 16  # of int64, one element of each array


@dataclass(frozen=True)
class FilledCache:
    """The number of elements at which both arrays fill the caches of one level that the threads have together."""

    level: int
    size: int
    copies: int
    elements: float


@dataclass(frozen=True)
class Crossover:
    """From how many elements on threads pay, if that is between two measured sizes; in any case, in words."""

    elements: float | None
    in_words: str


def place(sweep):
    """Where variants are compared with each other, in words."""
    size, threads = quantities.things(sweep.size, "element"), quantities.things(sweep.threads, "thread")
    return f"{size} of type int64 with {threads}"


def share_of_limit(sweep, variant, **point):
    """The time of reading both arrays as a share of the variant's time; None where they were not measured together."""
    share = _ratio(sweep.at(LIMIT, **point), sweep.at(variant, **point))
    return share.middle if share else None


def _ratio(measurement, other):
    return measurement.ratio_to(other) if measurement and other else None


def gigabytes_per_second(measurement):
    return measurement.bytes_read / measurement.time.middle / 1e9


def per_element(measurement, size):
    """Nanoseconds for one element."""
    time = measurement.time
    return Spread(time.middle / size * 1e9, time.deviation / size * 1e9)


def speed_up(sweep, variant, threads):
    """How many times as fast as fused_loop with one thread; None where either is missing."""
    measurement, one = sweep.at(variant, threads=threads), sweep.at("fused_loop", threads=1)
    if measurement is None or one is None:
        return None
    speed = one.time.middle / measurement.time.middle
    return Spread(speed, speed * measurement.time.deviation / measurement.time.middle)


def filled_caches(sweep):
    """A private cache counts once for each thread that has one to itself, as long as there are cores for them."""
    found = []
    cores = sweep.context.get("num_cpus") or 1
    for cache in sweep.context.get("caches", []):
        if cache["type"] == "Instruction" or not cache["size"]:
            continue
        copies = min(sweep.threads, max(1, cores // max(1, cache["num_sharing"])))
        found.append(FilledCache(cache["level"], cache["size"], copies, cache["size"] * copies / BYTES_OF_A_PAIR))
    return sorted(found, key=lambda cache: cache.level)


def crossover(sweep):
    """The smallest size from which omp_reduction stays faster than fused_loop."""
    ratios = [(size, _ratio(sweep.at("fused_loop", size=size), sweep.at("omp_reduction", size=size)))
              for size in sweep.sizes()]
    gains = [(size, ratio.middle) for size, ratio in ratios if ratio]
    if not gains:
        return Crossover(None, "Where threads begin to pay was not measured.")
    slower = [index for index, (_, gain) in enumerate(gains) if gain <= 1]
    if not slower:
        return Crossover(None, f"At every measured size, from {quantities.things(gains[0][0], 'element')} on, "
                               "omp_reduction was faster than fused_loop.")
    if slower[-1] == len(gains) - 1:
        return Crossover(None, f"At the largest size, {quantities.things(gains[-1][0], 'element')}, omp_reduction was "
                               "no faster than fused_loop: threads did not pay.")
    (low, loss), (high, gain) = gains[slower[-1]], gains[slower[-1] + 1]
    part = -math.log(loss) / (math.log(gain) - math.log(loss))
    elements = math.exp(math.log(low) + part * (math.log(high) - math.log(low)))
    return Crossover(elements, f"Threads pay from about {rounded(elements)} elements on: from there omp_reduction "
                               f"stays faster than fused_loop (interpolated between {quantities.count(low)} and "
                               f"{quantities.count(high)}).")


def rounded(number):
    """To two digits, which is as much as an interpolated number deserves."""
    return quantities.count(int(float(f"{number:.2g}")))


def right_answer(sweep, threads):
    """omp_reduction's, if all its calls were right and gave the one value; else None."""
    measurement = sweep.at("omp_reduction", threads=threads)
    if measurement is None or measurement.is_wrong or len(measurement.answers) != 1:
        return None
    return next(iter(measurement.answers))


def racy_answers(sweep):
    """By number of threads, how often which value was the racy variant's; where it had threads to race."""
    answers = {}
    for threads in sweep.thread_counts():
        measurement = sweep.at("shared_accumulator", threads=threads)
        if threads > 1 and measurement and measurement.answers:
            answers[threads] = Counter(dict(sorted(measurement.answers.items())))
    return answers


def not_measured(sweep, variants, **point):
    """A sentence that names those of the variants that are not there at a point; nothing if all are."""
    absent = [variant for variant in variants if sweep.at(variant, **point) is None]
    return f" Not measured here: {quantities.listed(absent)}." if absent else ""
