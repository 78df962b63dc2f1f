"""Reads what was measured: peers.json.

It contains the times of the article's Python and of the variants that stand for it, and those of what people use
instead. A file that cannot be used raises an InputError that names it.
"""

import json
from dataclasses import dataclass, field

from command import InputError
from json_input import number_as_text, read_json, value_of
from spread import Spread

ALTERNATIVE_TYPES = ("int64", "int32", "float32")  # for which peers.json has answers


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


def read_peers(path):
    """None if there is no such file."""
    if not path.exists():
        return None
    content = read_json(path)
    rows = [_peer(f"{path}: rows[{index}]", row) for index, row in enumerate(value_of(path, content, "rows", list))]
    peers = Peers(value_of(path, content, "size", int), value_of(path, content, "type", str), content, rows)
    if "alternatives" in content:  # older files have none
        found = value_of(path, content, "alternatives", dict)
        peers.baseline = value_of(f"{path}: alternatives", found, "baseline", str)
        peers.memory_resolution = value_of(f"{path}: alternatives", found, "memory_resolution", int, float)
        peers.alternatives = [_alternative(f"{path}: alternatives: rows[{index}]", row)
                              for index, row in enumerate(value_of(f"{path}: alternatives", found, "rows", list))]
    return peers


def _peer(where, row):
    python, cpp = _times(where, row, "python_seconds", "cpp_seconds")
    return Peer(
        threads=value_of(where, row, "threads", int),
        function=value_of(where, row, "function", str),
        variant=value_of(where, row, "variant", str),
        article_seconds=value_of(where, row, "article_seconds", int, float, type(None)),
        expected=value_of(where, row, "expected", str),
        python_answers=_answers(where, row, "python_answers"),
        cpp_answers=_answers(where, row, "cpp_answers"),
        python_seconds=python,
        cpp_seconds=cpp,
    )


def _alternative(where, row):
    seconds, baseline = _times(where, row, "seconds", "baseline_seconds")
    answers = value_of(where, row, "answers", dict)
    right = value_of(where, row, "right", dict)
    return Alternative(
        threads=value_of(where, row, "threads", int),
        name=value_of(where, row, "name", str),
        threads_used=value_of(where, row, "threads_used", int),
        peak_memory=value_of(where, row, "peak_memory", int, float, type(None)),
        answers={type: _answers(where, answers, type) for type in ALTERNATIVE_TYPES},
        right={type: right.get(type) is True for type in ALTERNATIVE_TYPES},
        float32_error=value_of(where, row, "float32_error", int, float),
        seconds=seconds,
        baseline_seconds=baseline,
    )


def _times(where, row, *keys):
    """Two lists of times, of the same rounds."""
    lists = [value_of(where, row, key, list) for key in keys]
    for key, values in zip(keys, lists):
        if not values or not all(isinstance(value, (int, float)) and value > 0 for value in values):
            raise InputError(f"{where}: '{key}' must be a list of times, not {json.dumps(values)}")
    if len(lists[0]) != len(lists[1]):
        raise InputError(f"{where}: '{keys[0]}' and '{keys[1]}' differ in the number of rounds")
    return lists


def _answers(where, row, key):
    answers = value_of(where, row, key, list)
    if not answers:
        raise InputError(f"{where}: '{key}' is empty")
    return [number_as_text(where, answer) for answer in answers]
