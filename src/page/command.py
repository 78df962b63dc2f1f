"""How the programs in Python report errors and write files."""

import argparse
import os
import sys
import tempfile
from pathlib import Path


class InputError(Exception):
    """An argument or a file that the program cannot use: one line that says what is wrong."""


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise InputError(f"{message}; --help lists the arguments")


def printable(text):
    """The text as one line without control characters, because it may quote arguments and files."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def exit_status(program, work):
    """Does the work and returns 0. If it raises an InputError, prints the reason in one line and returns 2."""
    try:
        work()
    except InputError as error:
        print(f"{program}: {printable(str(error))}", file=sys.stderr)
        return 2
    return 0


def check_writable(path):
    """Raises the error that write_file would raise. Call this before the work begins."""
    if os.path.isdir(path) or not _is_replaced(path):
        open(path, "a").close()
    else:
        tempfile.TemporaryFile(dir=os.path.dirname(os.path.realpath(path))).close()


def write_file(path, text):
    """Writes a new file in the same folder, then renames it to the path, so that the old file stays whole until then. A
    device or a pipe is written to directly."""
    if not _is_replaced(path):
        Path(path).write_text(text, encoding="utf-8")
        return
    path = os.path.realpath(path)
    new = f"{path}.{os.getpid()}"
    try:
        Path(new).write_text(text, encoding="utf-8")
        os.replace(new, path)
    finally:
        Path(new).unlink(missing_ok=True)


def _is_replaced(path):
    return os.path.isfile(path) or not os.path.exists(path)
