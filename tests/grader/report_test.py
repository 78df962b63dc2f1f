"""Does what exercise 16 asks for, with its own commands:   report_test.py PROJECT BUILD

Runs the commands of its prediction and of its text on two arrays, computes the report's figures from compare's JSON
instead of its tables, and grades the report. So it fails if compare prints what the grader cannot read.
"""

import json
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import tempfile

SIZE = 20_000


def save(path, numbers):
    """Writes a .npy file of float64, as numpy.save does."""
    header = f"{{'descr': '<f8', 'fortran_order': False, 'shape': ({len(numbers)},), }}"
    header += " " * (63 - (10 + len(header)) % 64) + "\n"
    path.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode()
                     + struct.pack(f"<{len(numbers)}d", *numbers))


def run(command, project, settings):
    done = subprocess.run(["sh", "-c", command], cwd=project, env=os.environ | settings, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"report_test: '{command}' ended with status {done.returncode}: {done.stderr}")
    return done.stdout


def commands_of(exercise):
    """The commands with compare: of the prediction, and of the exercise's text."""
    prediction = (exercise / "prediction.md").read_text(encoding="utf-8").split("\n---\n")[1]
    text = (exercise / "exercise.md").read_text(encoding="utf-8")
    found = [[line.strip() for line in part.splitlines() if "/compare " in line] for part in (prediction, text)]
    if [len(commands) for commands in found] != [2, 2]:
        sys.exit(f"report_test: two commands with compare were expected in each text, not {found}")
    return found


def medians(path):
    """{variant: seconds} and {variant: bytes of peak heap}."""
    seconds, heap = {}, {}
    for row in json.loads(path.read_text(encoding="utf-8"))["benchmarks"]:
        variant = row["name"].split("/")[0]
        if row.get("aggregate_name") == "median":
            seconds[variant] = row["real_time"] * 1e-9
        heap.setdefault(variant, row.get("peak_heap_bytes"))
    return seconds, heap


def table_row(table, variant):
    return re.split("  +", re.search(f"^{variant} .*$", table, re.MULTILINE)[0])


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: report_test.py PROJECT BUILD")
    project, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    exercise = project / "src/course/16-the-article-again"
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        generator = random.Random(1)
        a = [generator.uniform(0, 1000) for _ in range(SIZE)]
        b = [generator.uniform(0, 1000) for _ in range(SIZE)]
        save(scratch / "a.npy", a)
        save(scratch / "b.npy", b)
        report = scratch / "answer.txt"
        report.write_bytes((exercise / "starter.txt").read_bytes())
        # The commands say build/release, and several threads even on a machine with one core.
        settings = {"A": str(scratch / "a.npy"), "B": str(scratch / "b.npy"), "REPORT": str(report),
                    "OMP_NUM_THREADS": "2"}
        figures = [scratch / "one_thread.json", scratch / "team.json"]
        for commands in commands_of(exercise):
            for command, figure in zip(commands, figures):
                command = command.replace("build/release/bin/compare", f"'{build}/bin/compare' --json '{figure}'")
                run(command, project, settings)
        one_thread, _ = medians(figures[0])
        team, heap = medians(figures[1])
        text = report.read_text(encoding="utf-8")
        table = text[text.rindex("sum((a[i]"):]
        right = [row for row in team if row != "plain_read" and "  wrong" not in re.search(f"^{row} .*$", table, re.M)[0]]
        fastest = min(right, key=team.get)
        racy = table_row(table, "shared_accumulator")
        seen = re.search(r"^shared_accumulator .*\n +wrong answers seen: ([^, \n]+)", table, re.MULTILINE)
        kept = float(seen[1] if seen else racy[7]) / sum((x - y) ** 2 for x, y in zip(a, b))
        share = table_row(table, fastest)[5]
        answers = {
            "my arrays": "random numbers of one generator",
            "elements in each": f"{SIZE:,}",
            "element type": "float64",
            "bytes of both": f"{16 * SIZE / 1000} kB",
            "fastest right row": fastest,
            "its median time": f"{team[fastest] * 1e6:.2f} µs",
            "times as fast as eigen_temporaries": table_row(table, fastest)[3],
            "times as fast as with one thread": f"{one_thread[fastest] / team[fastest]:.2f}",
            "speed": f"{16 * SIZE / team[fastest] / 1e9:.2f} GB/s",
            "share of the read speed": share,
            "peak heap of eigen_temporaries, in arrays": f"{heap['eigen_temporaries'] / (8 * SIZE):.2f}",
            "kept by shared_accumulator": f"{100 * kept:.1f}%",
            "limited by": "reading" if float(share.rstrip("%")) > 70 else "the loop",
            "why": "the share of the read speed says so",
        }
        for line, answer in answers.items():
            text, count = re.subn(f"^{re.escape(line)}: [?]$", lambda _: f"{line}: {answer}", text, flags=re.MULTILINE)
            if count != 1:
                sys.exit(f"report_test: the starter has {count} lines '{line}'")
        report.write_text(text, encoding="utf-8")
        junit = scratch / "junit.xml"
        done = subprocess.run([str(build / "bin/grade"), str(exercise), str(report), "--junit", str(junit)],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(text, done.stdout, done.stderr, junit.read_text(encoding="utf-8"), sep="\n")
            sys.exit("report_test: the report is not accepted")
    print("report_test: a report with figures from JSON is accepted")


if __name__ == "__main__":
    main()
