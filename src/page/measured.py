"""Reads what was measured: sweep.json and peers.json.

sweep.json is Google Benchmark's JSON. Its benchmarks are named VARIANT/TYPE/SIZE/THREADS, and /busy_cores:NUMBER follows
if cores were kept busy with other work. It has several repetitions of each, and its context describes the variants. peers.json contains the times of the article's Python and of the variants
that stand for it. Either file may lack points. A file that cannot be used raises an InputError that names it.
"""

import json
import statistics
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from command import InputError
from series import PLAIN_READ, Series, Variant

ELEMENT_BYTES = {"int64": 8, "int32": 4, "float64": 8, "float32": 4}
ARTICLE_SIZE = 9_999_999
ALTERNATIVE_TYPES = ("int64", "int32", "float32")  # for which peers.json has answers
EXPECTATIONS = ("right", "racy", "lossy", "wrong")
NAMES_OF_TYPES = {dict: "an object", list: "a list", str: "a text", int: "a number", float: "a number",
                  type(None): "null"}


@dataclass(frozen=True)
class Spread:
    """A median and the values' median absolute deviation from it."""

    middle: float
    deviation: float

    @classmethod
    def of(cls, values):
        values = list(values)
        middle = statistics.median(values)
        return cls(middle, statistics.median(abs(value - middle) for value in values))


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


@dataclass
class Peer:
    """One function of the article and its variant, with one number of threads."""

    threads: int
    function: str
    variant: str
    article_seconds: float | None
    python_seconds: list  # one value per round
    cpp_seconds: list  # of the same rounds
    expected: str
    python_answers: list  # without duplicates
    cpp_answers: list

    @property
    def ratio(self):
        """The ratio of Python's time to that of C++, round by round."""
        return Spread.of([python / cpp for python, cpp in zip(self.python_seconds, self.cpp_seconds)])

    @property
    def answers_equal(self):
        return len(self.python_answers) == 1 and self.python_answers == self.cpp_answers


@dataclass
class Alternative:
    """What a user can take instead of the article's functions, with one number of threads."""

    threads: int
    name: str
    threads_used: int
    seconds: list  # one value per round
    baseline_seconds: list  # of the same rounds
    peak_memory: float | None
    answers: dict  # without duplicates, by type
    right: dict  # whether all answers are right, by type
    float32_error: float  # relative

    @property
    def ratio(self):
        """The ratio of its time to that of the baseline, round by round."""
        return Spread.of([seconds / other for seconds, other in zip(self.seconds, self.baseline_seconds)])


@dataclass
class Peers:
    """All rows, and what they were measured on."""

    size: int
    type: str
    context: dict  # processor, compiler and so on, as far as they are known
    rows: list
    alternatives: list = field(default_factory=list)
    baseline: str = ""  # the alternative to which the ratios refer
    memory_resolution: float = 0  # of their peak memory, in bytes


def read_sweep(path):
    content = _read_json(path)
    measurements = {}
    for index, entry in enumerate(_value(path, content, "benchmarks", list)):
        where = f"{path}: benchmarks[{index}]"
        if _value(where, entry, "run_type", str) != "iteration" or entry.get("error_occurred"):
            continue
        point = _point(where, _value(where, entry, "name", str))
        _add(measurements.setdefault(point, Measurement()), where, entry, reads_only=point.variant == PLAIN_READ)
    if not any(point.type == "int64" for point in measurements):
        raise InputError(f"{path}: it contains no measurement of type int64")
    context = _value(path, content, "context", dict)
    _value(path, context, "num_cpus", int, type(None))
    for index, cache in enumerate(context.get("caches", [])):
        _value(f"{path}: caches[{index}]", cache, "type", str)
        for key in ("level", "size", "num_sharing"):
            _value(f"{path}: caches[{index}]", cache, key, int)
    return Sweep(context, measurements, Series(tuple(_variants(path, context))))


def read_peers(path):
    """None if there is no such file."""
    if not path.exists():
        return None
    content = _read_json(path)
    rows = [_peer(f"{path}: rows[{index}]", row) for index, row in enumerate(_value(path, content, "rows", list))]
    peers = Peers(_value(path, content, "size", int), _value(path, content, "type", str), content, rows)
    if "alternatives" in content:  # older files have none
        found = _value(path, content, "alternatives", dict)
        peers.baseline = _value(f"{path}: alternatives", found, "baseline", str)
        peers.memory_resolution = _value(f"{path}: alternatives", found, "memory_resolution", int, float)
        peers.alternatives = [_alternative(f"{path}: alternatives: rows[{index}]", row)
                              for index, row in enumerate(_value(f"{path}: alternatives", found, "rows", list))]
    return peers


def _variants(path, context):
    """Those that the context describes; none if a program other than sweep wrote the file."""
    if "variants" not in context:
        return
    for index, variant in enumerate(_value(path, context, "variants", list)):
        where = f"{path}: variants[{index}]"
        expectation = _value(where, variant, "expectation", str)
        if expectation not in EXPECTATIONS:
            raise InputError(f"{where}: the expectation '{expectation}' is not one of {', '.join(EXPECTATIONS)}")
        yield Variant(_value(where, variant, "name", str), _value(where, variant, "chapter", str),
                      _value(where, variant, "article_name", str, type(None)), expectation)


def _read_json(path):
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise InputError(f"{path}: not JSON: {error}") from None
    return content


def _value(where, entry, key, *types):
    """The value of the key, which must exist and have one of the types."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, types) or isinstance(value, bool):
        expected = " or ".join(dict.fromkeys(NAMES_OF_TYPES[type] for type in types))
        raise InputError(f"{where}: '{key}' must be {expected}, not {json.dumps(value)[:60]}")
    return value


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
    unit = _value(where, entry, "time_unit", str)
    if unit != "ns":
        raise InputError(f"{where}: the time_unit '{unit}' is not ns")
    measurement.seconds[_value(where, entry, "repetition_index", int)] = _positive(where, entry, "real_time") * 1e-9
    measurement.calls += int(_positive(where, entry, "iterations"))
    measurement.bytes_read = _value(where, entry, "bytes_read", int, float)
    if reads_only:
        return
    measurement.wrong_calls += int(_value(where, entry, "wrong_runs", int, float))
    measurement.calls_within_rounding += int(_value(where, entry, "runs_within_rounding", int, float))
    # Each repetition has the counts of all repetitions so far.
    measurement.control_calls = int(_value(where, entry, "control_runs", int, float))
    measurement.wrong_control_calls = int(_value(where, entry, "wrong_control_runs", int, float))
    measurement.peak_heap = _value(where, entry, "peak_heap_bytes", int, float, type(None))
    label = _value(where, entry, "label", str, type(None))
    if label:
        measurement.answers[_number(where, label)] += 1


def _number(where, text):
    """An answer, which remains text so that no digit is lost."""
    try:
        float(text)
    except (TypeError, ValueError):
        raise InputError(f"{where}: the answer {json.dumps(text)[:60]} is not a number as text") from None
    return text


def _positive(where, entry, key):
    value = _value(where, entry, key, int, float)
    if value <= 0:
        raise InputError(f"{where}: '{key}' must be more than 0, not {value}")
    return value


def _peer(where, row):
    python, cpp = _times(where, row, "python_seconds", "cpp_seconds")
    return Peer(
        threads=_value(where, row, "threads", int),
        function=_value(where, row, "function", str),
        variant=_value(where, row, "variant", str),
        article_seconds=_value(where, row, "article_seconds", int, float, type(None)),
        expected=_value(where, row, "expected", str),
        python_answers=_answers(where, row, "python_answers"),
        cpp_answers=_answers(where, row, "cpp_answers"),
        python_seconds=python,
        cpp_seconds=cpp,
    )


def _alternative(where, row):
    seconds, baseline = _times(where, row, "seconds", "baseline_seconds")
    answers = _value(where, row, "answers", dict)
    right = _value(where, row, "right", dict)
    return Alternative(
        threads=_value(where, row, "threads", int),
        name=_value(where, row, "name", str),
        threads_used=_value(where, row, "threads_used", int),
        peak_memory=_value(where, row, "peak_memory", int, float, type(None)),
        answers={type: _answers(where, answers, type) for type in ALTERNATIVE_TYPES},
        right={type: right.get(type) is True for type in ALTERNATIVE_TYPES},
        float32_error=_value(where, row, "float32_error", int, float),
        seconds=seconds,
        baseline_seconds=baseline,
    )


def _times(where, row, *keys):
    """Two lists of times, of the same rounds."""
    lists = [_value(where, row, key, list) for key in keys]
    for key, values in zip(keys, lists):
        if not values or not all(isinstance(value, (int, float)) and value > 0 for value in values):
            raise InputError(f"{where}: '{key}' must be a list of times, not {json.dumps(values)}")
    if len(lists[0]) != len(lists[1]):
        raise InputError(f"{where}: '{keys[0]}' and '{keys[1]}' differ in the number of rounds")
    return lists


def _answers(where, row, key):
    answers = _value(where, row, key, list)
    if not answers:
        raise InputError(f"{where}: '{key}' is empty")
    return [_number(where, answer) for answer in answers]
