"""Grades the course's solutions, right and wrong submissions, and cheats, and compares the verdicts with their first lines.

    verdicts.py GRADE PROJECT [--rounds N] [--level LEVEL] [--only WORD] [--every N] [--every-wrong N]

A wrong submission or a cheat begins with "// rejected: CODE", or with "# rejected: CODE" if it is a text. Several codes
may follow where it depends on the machine. Prints a row for each submission: how often each verdict was given. A cheat
must never earn a point.
"""

import argparse
import collections
import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree


def expected_verdicts(path):
    """The verdicts that a submission may get."""
    first = path.open(encoding="utf-8", errors="replace").readline()
    match = re.match(r"(?://|#) rejected: ([a-z ]+)$", first.rstrip("\n"))
    return match[1].split() if match else ["passed"]


def first_faults(report):
    """What the JUnit report says of each failed submission, by its name."""
    return {
        suite.get("name"): failure.get("message")
        for suite in xml.etree.ElementTree.parse(report).iter("testsuite")
        if (failure := suite.find("testcase/failure")) is not None
    }


def rows_of(program, exercise, submissions, level):
    """The rows of the grader's table by submission; "fault" is added, if there is one."""
    with tempfile.TemporaryDirectory() as scratch:
        table = pathlib.Path(scratch) / "grades.csv"
        report = pathlib.Path(scratch) / "grades.xml"
        command = [str(pathlib.Path(program).resolve()), exercise, *map(str, submissions),
                   "--csv", str(table), "--junit", str(report)] + (["--level", level] if level else [])
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or not table.exists():
            sys.exit(f"verdicts: {exercise}: status {done.returncode}: {done.stderr.strip()}")
        left = sorted(path.name for path in pathlib.Path(scratch).iterdir() if path not in (table, report))
        if left:
            sys.exit(f"verdicts: {exercise}: the grader leaves {left} behind")
        with table.open(newline="", encoding="utf-8") as file:
            faults = first_faults(report)
            # The table names a submission by its path below the folder that contains all of them.
            common = pathlib.Path(os.path.commonpath([path.parent for path in submissions]))
            return {common / row["submission"]: row | {"fault": faults.get(row["submission"], "")}
                    for row in csv.DictReader(file)}


def classes_of(project, only, every, every_wrong):
    """(exercise, submissions) of all that is graded. One class for each exercise, because a class shares what the grader
    prepares."""
    for exercise in sorted((project / "src/course").iterdir()):
        if not (exercise / "exercise.json").exists() or only not in exercise.name:
            continue
        extension = ".txt" if (exercise / "solution.txt").exists() else ".cpp"
        cheats = sorted((project / "tests/grader/cheats" / exercise.name).glob("*" + extension))
        submissions = []
        for kind in ("right", "wrong"):
            found = sorted((project / "tests/course" / exercise.name / kind).glob("*" + extension))
            if not found:
                sys.exit(f"verdicts: {exercise.name} has no {kind} submission")
            submissions += found[::every_wrong] if kind == "wrong" else found
        yield exercise.name, submissions + cheats[::every]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("grade")
    parser.add_argument("project", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--level", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--every", type=int, default=1, help="grade every N-th cheat only")
    parser.add_argument("--every-wrong", type=int, default=1, help="grade every N-th wrong submission only")
    arguments = parser.parse_args()
    failures = 0
    graded = 0
    start = time.monotonic()
    for exercise, submissions in classes_of(arguments.project.resolve(), arguments.only, arguments.every,
                                            arguments.every_wrong):
        seen = collections.defaultdict(collections.Counter)
        points = collections.Counter()
        faults = {}
        for _ in range(arguments.rounds):
            for path, row in rows_of(arguments.grade, exercise, submissions, arguments.level).items():
                seen[path][row["verdict"]] += 1
                faults[path, row["verdict"]] = row["fault"]
                points[path] += float(row["points"])
                graded += 1
        for path in submissions:
            verdicts = seen[path]
            expected = expected_verdicts(path)
            is_cheat = "cheats" in path.parts
            good = verdicts and set(verdicts) <= set(expected) and not (is_cheat and points[path] and "passed" in verdicts)
            failures += not good
            counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()) or "no row"
            mark = "ok " if good else "BAD"
            kind = "cheats" if is_cheat else path.parent.name
            print(f"{mark} {exercise} {kind}/{path.name}: {counts}" + ("" if good else f"; expected {' or '.join(expected)}"),
                  flush=True)
            for verdict in sorted(set(verdicts) - set(expected)):
                print(f"    {verdict}: {faults[path, verdict]}", flush=True)
    seconds = time.monotonic() - start
    print(f"verdicts: {graded} gradings, {failures} submissions with an unexpected verdict, "
          f"{seconds:.0f} s, {seconds / graded:.2f} s each")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
