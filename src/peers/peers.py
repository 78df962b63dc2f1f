"""Times the article's own functions, in NumPy and Numba, in turn with the C++ variants on the same arrays.

In each round, each function and its variant are called one after the other. Which of them starts alternates from round
to round, so that a change in the machine's speed affects both. Exit status: 0; 1 if an answer that must be right was
wrong; 2 if the program cannot do what was asked.
"""

import datetime
import json
import os
import platform
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1] / "page"))  # modules that both programs need
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # otherwise NumPy starts threads before the fork, and nothing here needs them

try:
    import numpy as np
except ImportError:
    print("peers: Python has no NumPy; 'make setup FOR=peers' installs it", file=sys.stderr)
    sys.exit(2)

import article
from arguments import parse, written
from command import InputError, printable, write_file
from cpp_side import CppSide, LibraryError
from python_side import PythonSide
from side_by_side import text_of, verdict

BYTES_OF_AN_ELEMENT = 6 * 8  # in both arrays, and in two temporaries on each side


class Progress:
    """A line on a terminal that shows how many rounds are done."""

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
        written("--json", arguments.json, lambda: write_file(arguments.json, text))
    print_text(text_of(result))
    failed = [row for row in result["rows"] if row["must_be_right"] and verdict(row) != "equal"]
    return 1 if failed else 0


def print_text(text):
    try:
        sys.stdout.reconfigure(encoding="utf-8")
        print(text, end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # otherwise Python writes again when it exits
        raise InputError("standard output cannot be written to") from None


def compare(arguments):
    a, b = arrays(arguments.size)
    cpp = CppSide(arguments.library, a, b)  # forks, so this comes before Python has threads
    python = PythonSide(a, b, max(arguments.threads))
    variants = [variant for variant in cpp.variants if python.has(variant.function)]
    progress = Progress((1 + arguments.rounds) * len(arguments.threads))
    rows = []
    for threads in arguments.threads:
        rows += rows_of(variants, python, cpp, threads, arguments, progress)
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
        raise InputError(f"--size: '{size}' needs {needed / 1e9:.1f} GB of memory, but only {available / 1e9:.1f} GB is "
                         "free")
    return np.arange(1, size + 1, dtype=np.int64), np.arange(7, size + 7, dtype=np.int64)


def available_memory():
    """Linux's estimate of the bytes that are available without swapping."""
    with open("/proc/meminfo") as meminfo:
        return next(int(line.split()[1]) * 1024 for line in meminfo if line.startswith("MemAvailable:"))


def rows_of(variants, python, cpp, threads, arguments, progress):
    """The results of all rounds with this number of threads."""
    python.set_threads(threads)
    seconds = {variant: {"python": [], "cpp": []} for variant in variants}
    answers = {variant: {"python": set(), "cpp": set()} for variant in variants}
    for number in range(1 + arguments.rounds):
        for variant in variants:
            turns = {
                "python": lambda: python.take_turn(variant.function, threads),
                "cpp": lambda: cpp.take_turn(variant.name, threads),
            }
            for side in ("python", "cpp") if number % 2 == 1 else ("cpp", "python"):
                seconds_of_turn, answers_of_turn = turns[side]()
                answers[variant][side].update(answers_of_turn)
                if number > 0:  # the first round is a warm-up
                    seconds[variant][side].append(seconds_of_turn)
        progress.step()
    return [row(variant, threads, arguments.size, seconds[variant], answers[variant]) for variant in variants]


def row(variant, threads, size, seconds, answers):
    as_in_the_article = threads == article.THREADS and size == article.SIZE
    return {
        "threads": threads,
        "function": variant.function,
        "variant": variant.name,
        "must_be_right": variant.is_right,
        "article_seconds": article.SECONDS.get(variant.function) if as_in_the_article else None,
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
        error = "not enough memory for arrays of this size; choose a smaller --size or free some memory"
    except (InputError, LibraryError) as reason:
        error = reason
    except KeyboardInterrupt:
        return 130
    print(f"peers: {printable(str(error))}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
