#!/usr/bin/python3
"""Runs the ways to sum over MPI, and prints them side by side:   table.py BUILD [WAY...]

BUILD is the build folder. Each way is a program of its own, which mpiexec starts on several ranks, and which judges its
own answers. A way that hangs is ended after its time limit.
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


def run(build, way, ranks, arguments, time_limit):
    """What the way found out, or a dictionary with the reason why it found out nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "result.json")
        mpiexec = (build / "distributed" / "mpiexec.txt").read_text().strip()
        command = [LAUNCH, mpiexec, str(ranks), build / "distributed" / way, "--json", file, "--time-limit",
                   str(time_limit), *arguments]
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


def note(result):
    """The belief behind a wrong way, and what it answered."""
    if not result.get("misconception"):
        return ""
    wrong = result["wrong_answers"]
    more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
    return result["misconception"] + (f" Answers: {', '.join(wrong[:3])}{more}." if wrong else "")


def text_of(results):
    lines = [TITLES, *map(cells, results)]
    measured = max((result for result in results if "ended" not in result), key=lambda result: result["size"],
                   default=None)
    if measured is None:
        return columns(lines, (True, *[False] * 5, True), ("", *map(note, results)))
    notes = [note(result) + (f" With {quantities.count(result['size'])} elements, {result['expected']} is right."
                             if result.get("size", measured["size"]) != measured["size"] else "") for result in results]
    text = columns(lines, (True, *[False] * 5, True), ("", *notes))
    return (f"sum((a[i] - b[i])²) of {quantities.count(measured['size'])} elements of type {measured['type']}; the right "
            f"answer is {measured['expected']}\n"
            f"on {measured['ranks']} ranks of {measured['library']}, {quantities.things(measured['threads'], 'thread')} "
            f"each, {measured['processor']}\n\n{text}")


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
    all_ways = (given.build / "distributed" / "ways.txt").read_text().split()
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


if __name__ == "__main__":
    sys.exit(exit_status("distributed", main))
