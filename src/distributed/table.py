#!/usr/bin/python3
"""Runs the ways to sum over MPI, and prints them side by side:   table.py BUILD [WAY...]

BUILD is the build folder. Each way is a program of its own, which mpiexec starts on several ranks, and which judges its
own answers. A way that hangs is ended after its time limit. The exit status is 1 if a way that should be right was not.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
sys.path[1:1] = [str(SOURCE / "page"), str(SOURCE / "peers")]
import quantities
from columns import columns
from command import InputError, Parser, check_writable, exit_status, write_file

LAUNCH = SOURCE / "distributed" / "launch.sh"
TITLES = ("way", "time", "sum", "communication", "of read speed", "peak heap", "verdict")
NOT_MEASURED = "-"


def read_list(build, name):
    """The lines of a file that CMake wrote for this program."""
    file = build / "distributed" / name
    if not file.exists():
        raise InputError(f"BUILD: '{build}' is not a build folder with MPI, such as build/release-openmpi")
    return file.read_text().splitlines()


def launched(build, ranks, *command):
    """The command that starts a program of the build folder on so many ranks."""
    [mpiexec] = read_list(build, "mpiexec.txt")
    program, *arguments = command
    return [LAUNCH, mpiexec, str(ranks), build / "distributed" / program, *arguments]


def run(build, way, ranks, arguments, time_limit):
    """What the way found out, or a dictionary with the reason why it found out nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "result.json")
        command = launched(build, ranks, way, "--json", file, "--time-limit", str(time_limit), *arguments)
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   text=True)
        try:
            output, _ = process.communicate(timeout=time_limit + 30)
        except subprocess.TimeoutExpired:  # it could not even end itself
            process.terminate()  # mpiexec ends its ranks
            process.communicate()
            return {"name": way, "ended": f"not done after {time_limit + 30} s"}
        if file.exists():
            return json.loads(file.read_text())
        line = next((line for line in output.splitlines() if line.startswith(f"{way}: ")), "")
        if process.returncode == 3 or "more time (--time-limit)" in line:
            return {"name": way, "ended": f"not done after {time_limit} s"}
        if process.returncode == 2 and line:
            raise InputError(line)
        return {"name": way, "ended": f"crashed: exit status {process.returncode}"}


def cells(result):
    if "ended" in result:
        return (result["name"], *[NOT_MEASURED] * 5, result["ended"])
    return (result["name"], quantities.seconds(result["seconds"]), quantities.seconds(result["sum_seconds"]),
            quantities.seconds(result["seconds"] - result["sum_seconds"]),
            quantities.percent(result["read_seconds"] / result["seconds"]),
            NOT_MEASURED if result["peak_heap"] is None else quantities.memory(result["peak_heap"]), result["verdict"])


def note(result, size):
    """The belief behind a wrong way, what it answered, and its number of elements if most ways had another one."""
    sentences = []
    if result.get("misconception"):
        sentences.append(result["misconception"])
    wrong = result.get("wrong_answers")
    if wrong:
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        sentences.append(f"Answers: {', '.join(wrong[:3])}{more}.")
    if result.get("size", size) != size:
        sentences.append(f"With {quantities.count(result['size'])} elements, {result['expected']} is right.")
    return " ".join(sentences)


def text_of(results):
    measured = max((result for result in results if "ended" not in result), key=lambda result: result["size"],
                   default=None)
    notes = [note(result, measured and measured["size"]) for result in results]
    text = columns([TITLES, *map(cells, results)], (True, *[False] * 5, True), ("", *notes))
    if measured is None:
        return text
    return (f"sum((a[i] - b[i])²) of {quantities.count(measured['size'])} elements of type {measured['type']}; the right "
            f"answer is {measured['expected']}\n"
            f"on {measured['ranks']} ranks of {measured['library']}, {quantities.things(measured['threads'], 'thread')} "
            f"each, {measured['processor']}\n\n{text}")


def is_as_expected(result):
    """Whether a way is wrong on purpose, or was right."""
    if not (SOURCE / "distributed" / "right" / f"{result['name']}.cpp").exists():
        return True
    return "ended" not in result and result["wrong"] + result["control_wrong"] == 0


def main():
    parser = Parser(description="Runs the ways to sum over MPI, and prints them side by side.")
    parser.add_argument("build", type=Path, metavar="BUILD", help="the build folder")
    parser.add_argument("ways", nargs="*", metavar="WAY", help="only these ways")
    parser.add_argument("--ranks", type=int, default=max(2, len(os.sched_getaffinity(0))),
                        help="how many ranks (default: one for each core, at least 2)")
    parser.add_argument("--size", help="elements in each array (default: the article's 9,999,999)")
    parser.add_argument("--type", help="their type: int64, int32, float64 or float32 (default int64)")
    parser.add_argument("--repetitions", help="timed runs of each way (default 11)")
    parser.add_argument("--time-limit", type=int, default=20, help="seconds after which a way is ended (default 20)")
    parser.add_argument("--json", type=Path, help="also write the results to this file")
    given = parser.parse_args()
    all_ways = read_list(given.build, "ways.txt")
    unknown = [way for way in given.ways if way not in all_ways]
    if unknown:
        raise InputError(f"'{unknown[0]}' is not one of {quantities.listed(all_ways, 'or')}")
    if given.ranks < 1:
        raise InputError(f"--ranks: {given.ranks} is not a positive number")
    if given.json:
        check_writable(given.json)
    arguments = [text for option in ("size", "type", "repetitions") if getattr(given, option)
                 for text in (f"--{option}", getattr(given, option))]
    results = [run(given.build, way, given.ranks, arguments, given.time_limit) for way in given.ways or all_ways]
    print(text_of(results), end="")
    if given.json:
        write_file(given.json, json.dumps(results, indent=1) + "\n")
    if not all(map(is_as_expected, results)):
        sys.exit(1)


if __name__ == "__main__":
    sys.exit(exit_status("distributed", main))
