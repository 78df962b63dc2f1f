#!/usr/bin/env python3
"""Tries everything that users reported:   run.py BUILD [--before CHECKOUT BUILD] [--only 6,7]

Prints a line for each report. With --before it also tries another checkout and its build, such as the commit before the
reports were mended, and prints both. Exit status 1 if a report of BUILD is not mended.
"""
import argparse
import sys
from pathlib import Path

import building_reports
import file_reports
import judge_reports
import machine_reports
from report import NotHere, Report, Suite

REPORTS: list[Report] = sorted(
    [*judge_reports.REPORTS, *machine_reports.REPORTS, *file_reports.REPORTS, *building_reports.REPORTS],
    key=lambda report: report.number)


def outcome(report: Report, suite: Suite) -> tuple[str, str]:
    """"right", "WRONG" or "not here", and what was seen."""
    try:
        return "right", report.check(suite)
    except NotHere as reason:
        return "not here", str(reason)
    except AssertionError as fault:
        return "WRONG", str(fault)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--before", type=Path, nargs=2, metavar=("CHECKOUT", "BUILD"))
    parser.add_argument("--only", type=lambda text: {int(number) for number in text.split(",")})
    arguments = parser.parse_args()
    suites = {"now": Suite(Path(__file__).resolve().parents[2], arguments.build.resolve())}
    if arguments.before:
        suites = {"before": Suite(*(path.resolve() for path in arguments.before)), **suites}
    failed = False
    for report in REPORTS:
        if arguments.only and report.number not in arguments.only:
            continue
        print(f"{report.number:2} {report.title}\n   kind: {report.kind}\n   also tried: {report.also_tried}")
        for name, suite in suites.items():
            verdict, seen = outcome(report, suite)
            print(f"   {name}: {verdict}: {seen}", flush=True)
            failed = failed or (name == "now" and verdict == "WRONG")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
