"""Times the article's own functions, in NumPy and Numba, in turn with the C++ variants on the same arrays.

In every round each function and its variant take a turn one after the other, and which of them begins changes from round
to round: a change of the machine's speed meets both alike. Exit status: 0; 1 if an answer that should be right was wrong;
2 if it cannot be done as asked.
"""

import datetime
import json
import os
import platform
import sys
from dataclasses import dataclass

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # else NumPy starts threads that nothing here needs, and before the fork

try:
    import numpy as np
except ImportError:
    print("peers: Python has no NumPy; '.ci/setup peers' installs it for /usr/bin/python3", file=sys.stderr)
    sys.exit(2)

from command_line import ARTICLE_SIZE, InputError, named_by_option, parse, print_text, printable, write_file
from cpp_side import CppSide, LibraryError
from python_side import PythonSide
from report import text_of, verdict

ARTICLE_THREADS = 8
BYTES_OF_AN_ELEMENT = 6 * 8  # in the two arrays, and in the two temporaries of each side


@dataclass(frozen=True)
class Pair:
    function: str
    variant: str
    article_seconds: float | None = None  # as the article has it
    to_be_right: bool = True


PAIRS = [
    Pair("np_squared_diff", "eigen_temporaries", 0.0309),
    Pair("np_parallel_squared_diff", "eigen_temporaries_chunked", 0.00735),
    Pair("numba_squared_diff", "fused_loop", 0.0108),
    Pair("numba_parallel_squared_diff", "fused_loop_chunked", 0.00503),
    Pair("numba_native_parallelism", "omp_reduction", 0.00514),
    Pair("numba_native_parallelism_bad", "shared_accumulator", to_be_right=False),
    Pair("superfast", "return_zero", to_be_right=False),
]


class Progress:
    """A line on a terminal that says how far it is."""

    def __init__(self, rounds):
        self._rounds = rounds
        self._done = 0

    def step(self):
        self._done += 1
        if sys.stderr.isatty():
            text = f"comparing: {self._done} of {self._rounds} rounds" if self._done < self._rounds else ""
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def main(command_line):
    arguments = parse(command_line, __doc__.partition("\n")[0])
    result = compare(arguments)
    if arguments.json is not None:
        text = json.dumps(result, indent=1) + "\n"
        named_by_option("--json", arguments.json, lambda: write_file(arguments.json, text))
    print_text(text_of(result))
    to_be_right = [pair.function for pair in PAIRS if pair.to_be_right]
    failed = [row for row in result["rows"] if row["function"] in to_be_right and verdict(row) != "equal"]
    return 1 if failed else 0


def compare(arguments):
    a, b = arrays(arguments.size)
    cpp = CppSide(arguments.library, a, b)  # forks, so before Python has threads
    python = PythonSide(a, b, max(arguments.threads))
    pairs = [pair for pair in PAIRS if python.has(pair.function)]
    progress = Progress((1 + arguments.rounds) * len(arguments.threads))
    rows = []
    for threads in arguments.threads:
        rows += rows_of(pairs, python, cpp, threads, arguments, progress)
    return {
        "processor": cpp.processor,
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": python.numba_version,
        "numba_threading_layer": python.numba_threading_layer,
        "compiler": cpp.compiler,
        "size": arguments.size,
        "type": "int64",
        "rows": rows,
    }


def arrays(size):
    """The article's arrays."""
    needed = size * BYTES_OF_AN_ELEMENT
    available = available_memory()
    if needed > available:
        raise InputError(f"--size: '{size}' takes {needed / 1e9:.1f} GB of memory, and {available / 1e9:.1f} GB are free")
    return np.arange(1, size + 1, dtype=np.int64), np.arange(7, size + 7, dtype=np.int64)


def available_memory():
    """Bytes that can be had without swapping, as Linux estimates them."""
    with open("/proc/meminfo") as meminfo:
        return next(int(line.split()[1]) * 1024 for line in meminfo if line.startswith("MemAvailable:"))


def rows_of(pairs, python, cpp, threads, arguments, progress):
    """All rounds with this number of threads."""
    python.set_threads(threads)
    seconds = {pair: {"python": [], "cpp": []} for pair in pairs}
    answers = {pair: {"python": set(), "cpp": set()} for pair in pairs}
    for number in range(1 + arguments.rounds):
        for pair in pairs:
            turns = {
                "python": lambda: python.take_turn(pair.function, threads),
                "cpp": lambda: cpp.take_turn(pair.variant, threads),
            }
            for side in ("python", "cpp") if number % 2 == 1 else ("cpp", "python"):
                seconds_of_turn, answers_of_turn = turns[side]()
                answers[pair][side].update(answers_of_turn)
                if number > 0:  # the first round warms up
                    seconds[pair][side].append(seconds_of_turn)
        progress.step()
    return [row(pair, threads, arguments.size, seconds[pair], answers[pair]) for pair in pairs]


def row(pair, threads, size, seconds, answers):
    as_in_the_article = threads == ARTICLE_THREADS and size == ARTICLE_SIZE
    return {
        "threads": threads,
        "function": pair.function,
        "variant": pair.variant,
        "article_seconds": pair.article_seconds if as_in_the_article else None,
        "python_seconds": seconds["python"],
        "cpp_seconds": seconds["cpp"],
        "expected": str(36 * size),  # every difference is -6
        "python_answers": [str(answer) for answer in sorted(answers["python"])],
        "cpp_answers": [str(answer) for answer in sorted(answers["cpp"])],
    }


def run(command_line):
    try:
        return main(command_line)
    except MemoryError:
        error = "not enough memory for arrays of this size; choose a smaller --size or free some"
    except (InputError, LibraryError) as reason:
        error = reason
    except KeyboardInterrupt:
        return 130
    print(f"peers: {printable(str(error))}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
