"""Reads what was measured: sweep.json.

It is Google Benchmark's JSON. Its benchmarks are named VARIANT/TYPE/SIZE/THREADS, and /busy_cores:NUMBER follows if
cores were kept busy with other work. It has several repetitions of each, and its context describes the variants. The
file may lack points. A file that cannot be used raises an InputError that names it.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from command import InputError
from json_input import number_as_text, read_json, value_of
from series import PLAIN_READ, Series, Variant
from spread import Spread

ELEMENT_BYTES = {"int64": 8, "int32": 4, "float64": 8, "float32": 4}
ARTICLE_SIZE = 9_999_999
EXPECTATIONS = ("right", "racy", "lossy", "wrong")


@dataclass(frozen=True)
class Point:
    """What was measured, and where."""

    variant: str
    type: str
    size: int
    threads: int
    busy_cores: int = 0  # kept busy with other work


@dataclass
class Measurement:
    """All repetitions of one point."""

    seconds: dict = field(default_factory=dict)  # of one call, by round
    answers: Counter = field(default_factory=Counter)  # of the last call of each repetition
    calls: int = 0
    wrong_calls: int = 0
    calls_within_rounding: int = 0
    control_calls: int = 0  # on arrays for which every right answer is exact
    wrong_control_calls: int = 0
    bytes_read: float = 0
    peak_heap: float | None = None

    @property
    def time(self):
        return Spread.of(self.seconds.values())

    @property
    def is_wrong(self):
        """Whether any answer was wrong, on the measured arrays or on control arrays."""
        return self.wrong_calls + self.wrong_control_calls > 0

    def ratio_to(self, other):
        """The ratio of its time to the other's, round by round; None if they have no round in common."""
        ratios = [seconds / other.seconds[of] for of, seconds in self.seconds.items() if of in other.seconds]
        return Spread.of(ratios) if ratios else None


@dataclass
class Sweep:
    """The measurements by point, the machine that they come from, and the variants that sweep.json describes."""

    context: dict
    measurements: dict
    series: Series = Series()

    @cached_property
    def size(self):
        """The size at which threads and types are compared: the one measured with the most numbers of threads."""
        threads_of = self._counts(lambda point: (point.size, point.threads))
        return max(threads_of, key=lambda size: (threads_of[size], size == ARTICLE_SIZE, size))

    @cached_property
    def threads(self):
        """The number of threads with which sizes and types are compared: the one measured on the most sizes."""
        sizes_of = self._counts(lambda point: (point.threads, point.size))
        cores = self.context.get("num_cpus")
        return max(sizes_of, key=lambda threads: (sizes_of[threads], threads == cores, threads))

    def at(self, variant, type="int64", size=None, threads=None, busy_cores=0):
        """The measurement at a point, by default at the one where variants are compared; None if there is none."""
        return self.measurements.get(Point(variant, type, size or self.size, threads or self.threads, busy_cores))

    def sizes(self):
        return sorted({p.size for p in self.measurements if p.type == "int64" and p.threads == self.threads})

    def thread_counts(self):
        return sorted({p.threads for p in self.measurements if p.type == "int64" and p.size == self.size})

    def types(self):
        there = {p.type for p in self.measurements if (p.size, p.threads) == (self.size, self.threads)}
        return [type for type in ELEMENT_BYTES if type in there]

    def _counts(self, pair_of):
        pairs = {pair_of(point) for point in self.measurements if point.type == "int64"}
        return Counter(first for first, _ in pairs)


def read_sweep(path):
    content = read_json(path)
    measurements = {}
    for index, entry in enumerate(value_of(path, content, "benchmarks", list)):
        where = f"{path}: benchmarks[{index}]"
        if value_of(where, entry, "run_type", str) != "iteration" or entry.get("error_occurred"):
            continue
        point = _point(where, value_of(where, entry, "name", str))
        _add(measurements.setdefault(point, Measurement()), where, entry, reads_only=point.variant == PLAIN_READ)
    if not any(point.type == "int64" for point in measurements):
        raise InputError(f"{path}: it contains no measurement of type int64")
    context = value_of(path, content, "context", dict)
    value_of(path, context, "num_cpus", int, type(None))
    for index, cache in enumerate(context.get("caches", [])):
        value_of(f"{path}: caches[{index}]", cache, "type", str)
        for key in ("level", "size", "num_sharing"):
            value_of(f"{path}: caches[{index}]", cache, key, int)
    return Sweep(context, measurements, Series(tuple(_variants(path, context))))


def _variants(path, context):
    """Those that the context describes; none if a program other than sweep wrote the file."""
    if "variants" not in context:
        return
    for index, variant in enumerate(value_of(path, context, "variants", list)):
        where = f"{path}: variants[{index}]"
        expectation = value_of(where, variant, "expectation", str)
        if expectation not in EXPECTATIONS:
            raise InputError(f"{where}: the expectation '{expectation}' is not one of {', '.join(EXPECTATIONS)}")
        yield Variant(value_of(where, variant, "name", str), value_of(where, variant, "chapter", str),
                      value_of(where, variant, "article_name", str, type(None)), expectation)


def _point(where, name):
    name_when_idle, busy, busy_cores = name.partition("/busy_cores:")
    parts = name_when_idle.split("/")
    if busy and not _is_positive(busy_cores):
        raise InputError(f"{where}: '{name}' does not end with the number of busy cores")
    if len(parts) != 4 or parts[1] not in ELEMENT_BYTES or not all(_is_positive(part) for part in parts[2:]):
        types = ", ".join(ELEMENT_BYTES)
        raise InputError(f"{where}: '{name}' is not VARIANT/TYPE/SIZE/THREADS with a type of {types}")
    return Point(parts[0], parts[1], int(parts[2]), int(parts[3]), int(busy_cores or 0))


def _is_positive(text):
    return text.isdecimal() and int(text) > 0


def _add(measurement, where, entry, reads_only):
    """Adds one repetition. A plain read computes nothing, so it has no answers; its label says how it reads."""
    unit = value_of(where, entry, "time_unit", str)
    if unit != "ns":
        raise InputError(f"{where}: the time_unit '{unit}' is not ns")
    measurement.seconds[value_of(where, entry, "repetition_index", int)] = _positive(where, entry, "real_time") * 1e-9
    measurement.calls += int(_positive(where, entry, "iterations"))
    measurement.bytes_read = value_of(where, entry, "bytes_read", int, float)
    if reads_only:
        return
    measurement.wrong_calls += int(value_of(where, entry, "wrong_runs", int, float))
    measurement.calls_within_rounding += int(value_of(where, entry, "runs_within_rounding", int, float))
    # Each repetition has the counts of all repetitions so far.
    measurement.control_calls = int(value_of(where, entry, "control_runs", int, float))
    measurement.wrong_control_calls = int(value_of(where, entry, "wrong_control_runs", int, float))
    measurement.peak_heap = value_of(where, entry, "peak_heap_bytes", int, float, type(None))
    label = value_of(where, entry, "label", str, type(None))
    if label:
        measurement.answers[number_as_text(where, label)] += 1


def _positive(where, entry, key):
    value = value_of(where, entry, key, int, float)
    if value <= 0:
        raise InputError(f"{where}: '{key}' must be more than 0, not {value}")
    return value
