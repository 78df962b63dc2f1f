"""Times the article's own functions, in NumPy and Numba, in turn with the C++ variants on the same arrays.

In each round, each function and its variant are called one after the other. Which of them starts alternates from round
to round, so that a change in the machine's speed affects both. Exit status: 0; 1 if an answer that must be right was
wrong; 2 if the program cannot do what was asked.

The same rounds contain what people use instead of these functions.
"""

import datetime
import json
import os
import platform
import sys
from functools import partial
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1] / "page"))  # modules that both programs need
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # otherwise NumPy starts threads before the fork, and nothing here needs them

try:
    import numpy as np
except ImportError:
    print("peers: Python has no NumPy; 'make setup FOR=peers' installs it", file=sys.stderr)
    sys.exit(2)

import alternatives_table
import article
import peak_memory
import rounds
from alternative_process import AlternativeProcess
from alternative_rows import rows_of
from alternatives import BASELINE, alternatives
from arguments import parse, written
from article_arrays import article_arrays, exact_sum
from availability import Unavailable
from command import InputError, printable, write_file
from cpp_side import CppSide
from other_process import ProcessError
from python_side import PythonSide
from rounds import Timed
from side_by_side import text_of, verdict


class Progress:
    """A line on a terminal that shows what is done."""

    def __init__(self, rounds):
        self._rounds = rounds
        self._done = 0

    def step(self):
        self._done += 1
        self.show(f"comparing: {self._done} of {self._rounds} rounds" if self._done < self._rounds else "")

    def show(self, text):
        if sys.stderr.isatty():
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def main(command_line):
    arguments = parse(command_line, __doc__.partition("\n")[0])
    result = compare(arguments)
    if arguments.json is not None:
        text = json.dumps(result, indent=1) + "\n"
        written("--json", arguments.json, lambda: write_file(arguments.json, text))
    print_text(text_of(result) + alternatives_table.text_of(result["alternatives"]))
    failed = [row for row in result["rows"] if row["must_be_right"] and verdict(row) != "equal"]
    failed += [row for row in result["alternatives"]["rows"]
               if not all(row["right"][type] for type in row["must_be_right"])]
    return 1 if failed else 0


def print_text(text):
    try:
        sys.stdout.reconfigure(encoding="utf-8")
        print(text, end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # otherwise Python writes again when it exits
        raise InputError("standard output cannot be written to") from None


def compare(arguments):
    arrays = article_arrays(arguments.size)
    a, b = arrays["int64"]
    cpp = CppSide(arguments.library, a, b)  # forks, so this comes before Python has threads
    progress = Progress((1 + arguments.rounds) * len(arguments.threads))
    wanted = alternatives(arguments.library, arguments.rust, arguments.python_module)
    others = available(wanted, arrays, progress)  # these fork too
    python = PythonSide(a, b, max(arguments.threads))
    variants = [variant for variant in cpp.variants if python.has(variant.function)]
    expected = {type: str(exact_sum(*arrays[type])) for type in arrays}
    rows, rows_of_others = [], []
    for threads in arguments.threads:
        python.set_threads(threads)
        pairs = [(Timed(partial(python.take_turn, variant.function, threads)),
                  Timed(partial(cpp.take_turn, variant.name, threads))) for variant in variants]
        timed = [Timed(partial(other.take_turn, threads)) for other in others]
        rounds.run([*pairs, timed], arguments.rounds, progress)
        rows += [row(variant, threads, arguments.size, *pair) for variant, pair in zip(variants, pairs)]
        rows_of_others += rows_of(others, timed, threads, expected, arguments.size)
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
        "alternatives": {
            "versions": list(dict.fromkeys(other.version for other in others)),
            "baseline": BASELINE,
            "memory_resolution": peak_memory.RESOLUTION,
            "rows": rows_of_others,
        },
    }


def available(wanted, arrays, progress):
    """The processes of the alternatives that can be loaded. For each other, prints why it is left out."""
    found = []
    for alternative in wanted:
        progress.show(f"loading {alternative.name}")  # the first time, compiling rayon takes half a minute
        try:
            found.append(AlternativeProcess(alternative, arrays))
        except Unavailable as reason:
            progress.show("")
            print(f"peers: {alternative.name} is left out, because {printable(str(reason))}", file=sys.stderr)
    return found


def row(variant, threads, size, python, cpp):
    as_in_the_article = threads == article.THREADS and size == article.SIZE
    return {
        "threads": threads,
        "function": variant.function,
        "variant": variant.name,
        "must_be_right": variant.is_right,
        "article_seconds": article.SECONDS.get(variant.function) if as_in_the_article else None,
        "python_seconds": python.seconds,
        "cpp_seconds": cpp.seconds,
        "expected": str(36 * size),  # every difference is -6
        "python_answers": [str(answer) for answer in sorted(python.answers)],
        "cpp_answers": [str(answer) for answer in sorted(cpp.answers)],
    }


def run(command_line):
    try:
        return main(command_line)
    except MemoryError:
        error = "not enough memory for arrays of this size; choose a smaller --size or free some memory"
    except (InputError, ProcessError) as reason:
        error = reason
    except KeyboardInterrupt:
        return 130
    print(f"peers: {printable(str(error))}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
