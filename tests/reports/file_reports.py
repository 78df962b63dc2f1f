"""Files: reports 14 to 19."""
import gzip
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from report import NotHere, Report, Result, Suite

SAMPLE = "omp_reduction"
ELEMENTS = struct.pack("<8q", *range(1, 9))
OTHERS = struct.pack("<8q", *range(7, 15))
ANSWER = 8 * 36


def write(path: Path, header: str, elements: bytes, version: int = 1, align: int = 64) -> Path:
    text = header.encode("latin-1")
    text += b" " * (-(len(text) + 1 + (10 if version == 1 else 12)) % align) + b"\n"
    size = struct.pack("<H" if version == 1 else "<I", len(text))
    path.write_bytes(b"\x93NUMPY" + bytes((version, 0)) + size + text + elements)
    return path


def header(descr: str = "'<i8'", order: str = "False", shape: str = "(8,)") -> str:
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}"


def run_on(suite: Suite, of_a: str, of_b: str | None = None, **options) -> Result:
    a = write(suite.scratch / "a.npy", of_a, ELEMENTS, **options)
    b = write(suite.scratch / "b.npy", of_b or of_a, OTHERS, **options)
    return suite.run(suite.sample(SAMPLE), a, b)


def check_answer(what: str, result: Result) -> None:
    right = result.status == 0 and f"result      {ANSWER}\n" in result.out and "verdict     right\n" in result.out
    assert right, f"{what}: status {result.status}, {result.err.strip()[:200]!r}"


def check_refusal(what: str, result: Result, *words: str) -> None:
    seen = f"{what}: status {result.status}, {result.lines_of_err} lines, {result.err[:200]!r}"
    one_line = result.status == 2 and result.lines_of_err == 1 and result.err.removesuffix("\n").isprintable()
    assert one_line and all(word in result.err for word in words), seen


def what_numpy_reads(suite: Suite) -> str:
    cases = {
        "keys in another order": {"of_a": "{'shape': (8,), 'fortran_order': False, 'descr': '<i8'}"},
        "elements at an odd byte": {"of_a": header(), "align": 1},
        "version 2, not aligned": {"of_a": header() + " ", "version": 2, "align": 1},
        "'=i8'": {"of_a": header("'=i8'")},
        "'int64'": {"of_a": header("'int64'")},
        "a comment": {"of_a": header().replace(",", ", # comment\n")},
        "a string of two": {"of_a": header("'<' \"i8\"")},
        "an escape": {"of_a": header(r"'\x3ci8'")},
    }
    for what, options in cases.items():
        check_answer(what, run_on(suite, **options))
    return f"{len(cases)} headers that NumPy reads are read"


def orders_that_are_one(suite: Suite) -> str:
    shapes = ["(8,)", "(8, 1)", "(1, 8)", "(1, 8, 1)"]
    for shape in shapes:
        check_answer(shape, run_on(suite, header(order="True", shape=shape), header(order="False", shape=shape)))
    two = run_on(suite, header(order="True", shape="(2, 4)"), header(order="False", shape="(2, 4)"))
    check_refusal("(2, 4)", two, "same order")
    return f"Fortran's beside C's order: read with shapes {', '.join(shapes)}, refused with (2, 4)"


def what_messages_show(suite: Suite) -> str:
    escape = "\x1b[31mred\x1b[2J\x07\nsecond line"
    sample = suite.sample(SAMPLE)
    check_refusal("a header", run_on(suite, header(f"'''{escape}'''")), r"\x1b[31mred\x1b[2J\x07\nsecond line")
    check_refusal("a file's name", suite.run(sample, escape, escape), r"\x1b[31mred")
    check_refusal("--type", suite.run(sample, "--type", escape), r"\x1b[31mred")
    check_refusal("an unknown option", suite.run(sample, "--" + escape), r"\x1b[31mred")
    check_refusal("no UTF-8", suite.run(sample, "--size", b"\xff\x9b"), r"\xff\x9b")
    check_refusal("right to left", suite.run(sample, "--size", "\u202e1"), r"\u202e1")
    for name in ("compare", "race_step", "race_lab", "sweep", "detect"):
        program = suite.program(name)
        if os.path.exists(program):
            argument = escape if name == "detect" else "--" + escape  # a folder, which it must be given
            check_refusal(name, suite.run(program, argument), r"\x1b[31mred")
    game = suite.run(suite.program("race_step"), text_in="\x9b31m\n\x1b[2J\nq\n")
    assert "\x1b[2J" not in game.out and r"\x1b[2J" in game.out, f"race_step: {game.out!r}"
    return "each message is one line, and escape sequences are shown, not sent"


def what_numpy_refuses(suite: Suite) -> str:
    check_answer("a key twice", run_on(suite, "{'descr': '<i4', 'descr': '<i8', 'fortran_order': False, 'shape': (8,)}"))
    shapes = ["(2 4)", "(8", "8,)", "(8)", "(-8,)", "(True,)", "(8,,)", "(010,)"]
    for shape in shapes:
        check_refusal(shape, run_on(suite, header(shape=shape)), "a.npy")
    for version in b"\1\1", b"\2\1", b"\4\0":
        path = write(suite.scratch / "version.npy", header(), ELEMENTS)
        path.write_bytes(path.read_bytes().replace(b"Y\1\0", b"Y" + version))
        check_refusal(f"version {version!r}", suite.run(suite.sample(SAMPLE), path, path), "1.0, 2.0, 3.0")
    for text in ("'descr': '<i8'", header() + "}", header() * 2, header().replace("}", "'x': 1}"), header("'<i8' 4")):
        check_refusal(text, run_on(suite, text), "a.npy")
    comparison = suite.run(sys.executable, "-B", suite.checkout / "tests/arrays/numpy_load_test.py",
                           suite.build / "tests/read_npy_files")
    if "SKIPPED" in comparison.out:
        raise NotHere(comparison.out.strip())
    assert comparison.status == 0, (comparison.out + comparison.err)[-500:]
    return comparison.out.splitlines()[-1]


def changed_while_in_use(suite: Suite, change: Callable[[Path], None]) -> Result:
    """Runs a sample, stops it when it has mapped its files, changes one of them, and lets it go on."""
    changing, other = suite.scratch / "changing.npy", suite.scratch / "other.npy"
    for path in changing, other:
        write(path, header(shape="(5000000,)"), b"")
        os.truncate(path, 128 + 8 * 5_000_000)
        os.utime(path, (0, 0))
    for _ in range(20):
        with subprocess.Popen([suite.sample(SAMPLE), changing, other], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True) as process:
            while process.poll() is None and other.name not in mapped_by(process.pid):
                time.sleep(0.001)
            process.send_signal(signal.SIGSTOP)
            has_printed = bool(select.select([process.stdout], [], [], 0)[0])
            if not has_printed:
                change(changing)
            process.send_signal(signal.SIGCONT)
            out, err = process.communicate()
        if not has_printed:
            return Result(process.returncode, out, err)
    raise NotHere("the sample was done before it could be stopped, in 20 runs")


def mapped_by(process: int) -> str:
    try:
        return Path(f"/proc/{process}/maps").read_text(encoding="utf-8")
    except OSError:  # it has ended
        return ""


def write_over(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-8, os.SEEK_END)
        file.write(ELEMENTS[:8])


def replace(path: Path) -> None:
    new = write(path.with_name("new"), header(), ELEMENTS)
    new.replace(path)


def files_that_change(suite: Suite) -> str:
    check_refusal("cut short", changed_while_in_use(suite, lambda path: os.truncate(path, 1000)), "changing.npy", "cut short")
    check_refusal("the last page cut short", changed_while_in_use(suite, lambda path: os.truncate(path, 40_000_100)),
                  "changing.npy", "changed")
    check_refusal("written over", changed_while_in_use(suite, write_over), "changing.npy", "changed")
    for what, change in (("replaced", replace), ("removed", os.unlink)):
        result = changed_while_in_use(suite, change)
        assert result.status == 0 and "verdict     right" in result.out, f"{what}: {result}"
    return "cut short or written over: one line and status 2; replaced or removed: read as it was"


def what_is_no_file(suite: Suite) -> str:
    sample, b = suite.sample(SAMPLE), write(suite.scratch / "b.npy", header(), OTHERS)
    pipe, archive = suite.scratch / "pipe", suite.scratch / "archive.npz"
    os.mkfifo(pipe)
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("x.npy", b.read_bytes())
    check_refusal("a pipe without a writer", suite.run(sample, pipe, b, limit=10), "pipe", "regular file")
    check_refusal("a pipe", suite.run(sample, b, "/dev/stdin", text_in="x"), "/dev/stdin", "regular file")
    for device in "/dev/null", "/dev/zero":
        check_refusal(device, suite.run(sample, device, b, limit=10), device, "regular file")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(suite.scratch / "socket"))
        check_refusal("a socket", suite.run(sample, suite.scratch / "socket", b), "socket", "regular file")
    check_refusal("a folder", suite.run(sample, suite.scratch, b), "directory")
    check_refusal(".npz", suite.run(sample, archive, b), "numpy.save(")
    compressed = suite.scratch / "b.npy.gz"
    compressed.write_bytes(gzip.compress(b.read_bytes()))
    check_refusal("gzip", suite.run(sample, compressed, b), "gunzip")
    write(suite.scratch / "big.npy", header("'>i8'"), OTHERS)
    check_refusal("big-endian", suite.run(sample, suite.scratch / "big.npy", b), "astype('<i8')")
    return "pipes, devices and sockets: one line, at once; archives: one line that says what to do"


REPORTS: list[Report] = [
    Report(14, "Headers that numpy.load reads are refused",
           "a header is a Python dict, and was searched for words instead of parsed; elements had to be aligned",
           "names and letters for types, comments, strings in parts, escapes, long integers of Python 2, other spaces",
           what_numpy_reads),
    Report(15, "A column in Fortran's order beside one in C's is refused",
           "orders were compared by their names, not by whether the bytes are in the same order",
           "(1, 8), (1, 8, 1), empty arrays; (2, 4) is still refused", orders_that_are_one),
    Report(16, "Escape sequences from a header or an argument are sent to the terminal, in two lines",
           "messages showed text from outside as it was",
           "every program's arguments, invalid UTF-8, control characters of one byte, marks that turn the direction",
           what_messages_show),
    Report(17, "Headers that NumPy refuses are accepted, and of a key that comes twice the first counts",
           "the same as in report 14", "versions 1.1 and 2.1, keys too many, what follows the dict, numbers that are none, "
           "2,500 headers, most of them altered by chance, against numpy.load itself", what_numpy_refuses),
    Report(18, "A file that is cut short or saved over while it is read: SIGBUS",
           "a mapped file was taken to stay as it is",
           "its last page cut off, where no signal comes; written over in place; replaced and removed, which does no harm",
           files_that_change),
    Report(19, "A FIFO without a writer hangs; an archive is refused without a hint",
           "a file was opened before anyone asked what it is",
           "pipes, devices, sockets, folders; gzip and big-endian files get a hint as well", what_is_no_file),
]
