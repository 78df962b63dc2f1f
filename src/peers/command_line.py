"""What can be asked for, what cannot, and how the output is written."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LIBRARY = PROJECT / "build/release/lib/libarticle_variants.so"
ARTICLE_SIZE = 9_999_999


class InputError(Exception):
    """What was asked for cannot be done; says in one line what is wrong with it."""


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise InputError(f"{message}; --help lists what is understood")


def parse(arguments, description):
    parser = Parser(prog="peers", description=description, allow_abbrev=False)
    parser.add_argument("--threads", metavar="T,...", default="2,8", help="numbers of threads (default 2,8)")
    parser.add_argument("--size", metavar="N", default=str(ARTICLE_SIZE), help=f"elements (default {ARTICLE_SIZE:,})")
    parser.add_argument("--rounds", metavar="R", default="15", help="rounds that count (default 15)")
    parser.add_argument("--json", metavar="FILE", help="write the figures of all rounds to a file")
    library = LIBRARY.relative_to(PROJECT)
    parser.add_argument("--library", metavar="FILE", default=str(LIBRARY), help=f"the variants (default {library})")
    parsed = parser.parse_args(arguments)
    threads = [whole_number("--threads", text, 1, 256) for text in parsed.threads.split(",")]
    parsed.threads = list(dict.fromkeys(threads))  # each once
    parsed.size = whole_number("--size", parsed.size, 1, 10**12)
    parsed.rounds = whole_number("--rounds", parsed.rounds, 1, 10_000)
    if not os.path.exists(parsed.library):
        raise InputError(f"--library: '{parsed.library}' is not there; 'make program-article_variants' builds it")
    if parsed.json is not None:
        named_by_option("--json", parsed.json, lambda: check_writable(parsed.json))
    return parsed


def printable(text):
    """The text as one line that no terminal obeys, whatever it shows of arguments."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def whole_number(option, text, least, most):
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise InputError(f"{option}: '{text}' is not a whole number from {least} to {most}")
    return int(text)


def named_by_option(option, path, action):
    try:
        action()
    except OSError as error:
        raise InputError(f"{option}: '{path}' cannot be written: {error.strerror}") from None


def check_writable(path):
    """Raises now what write_file would raise after all the work."""
    if os.path.isdir(path) or not is_replaced(path):
        open(path, "a").close()
    else:
        tempfile.TemporaryFile(dir=os.path.dirname(os.path.realpath(path))).close()


def write_file(path, text):
    """Writes to a new file beside the path, then puts it in the path's place: the one that was there stays whole until
    then. A device or a pipe is written to directly."""
    if not is_replaced(path):
        Path(path).write_text(text, encoding="utf-8")
        return
    path = os.path.realpath(path)
    new = f"{path}.{os.getpid()}"
    try:
        Path(new).write_text(text, encoding="utf-8")
        os.replace(new, path)
    finally:
        Path(new).unlink(missing_ok=True)


def is_replaced(path):
    return os.path.isfile(path) or not os.path.exists(path)


def print_text(text):
    try:
        sys.stdout.reconfigure(encoding="utf-8")
        print(text, end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more when it ends
        raise InputError("standard output cannot be written to") from None
