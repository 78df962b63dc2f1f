"""The arguments that the program accepts."""

import os
from pathlib import Path

import article
from command import InputError, Parser, check_writable

PROJECT = Path(__file__).resolve().parents[2]
LIBRARY = PROJECT / "build/release/lib/libarticle_variants.so"
RUST = PROJECT / "build/release/rust"
PYTHON_MODULE = PROJECT / "build/release/python"


def parse(arguments, description):
    parser = Parser(prog="peers", description=description, allow_abbrev=False)
    parser.add_argument("--threads", metavar="T,...", default=f"2,{article.THREADS}",
                        help=f"numbers of threads (default 2,{article.THREADS})")
    parser.add_argument("--size", metavar="N", default=str(article.SIZE), help=f"elements (default {article.SIZE:,})")
    parser.add_argument("--rounds", metavar="R", default="15", help="rounds that count (default 15)")
    parser.add_argument("--json", metavar="FILE", help="write the times and answers of all rounds to a file")
    library = LIBRARY.relative_to(PROJECT)
    parser.add_argument("--library", metavar="FILE", default=str(LIBRARY), help=f"the variants (default {library})")
    parser.add_argument("--rust", metavar="FOLDER", default=str(RUST),
                        help=f"where the Rust sources are compiled (default {RUST.relative_to(PROJECT)})")
    parser.add_argument("--python-module", metavar="FOLDER", default=str(PYTHON_MODULE),
                        help=f"where at_the_limit is (default {PYTHON_MODULE.relative_to(PROJECT)})")
    parsed = parser.parse_args(arguments)
    threads = [_whole_number("--threads", text, 1, 256) for text in parsed.threads.split(",")]
    parsed.threads = list(dict.fromkeys(threads))  # each number once
    parsed.size = _whole_number("--size", parsed.size, 1, 10**12)
    parsed.rounds = _whole_number("--rounds", parsed.rounds, 1, 10_000)
    if not os.path.exists(parsed.library):
        raise InputError(f"--library: '{parsed.library}' does not exist; 'make program-article_variants' builds it")
    if parsed.json is not None:
        written("--json", parsed.json, lambda: check_writable(parsed.json))
    return parsed


def written(option, path, action):
    """Runs an action that writes to the option's file; an error names the option."""
    try:
        action()
    except OSError as error:
        raise InputError(f"{option}: '{path}' cannot be written: {error.strerror}") from None


def _whole_number(option, text, least, most):
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise InputError(f"{option}: '{text}' is not a whole number from {least} to {most}")
    return int(text)
