#!/usr/bin/python3
"""Checks the table of `make limits`, with so few measurements that every cell is known."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / "src" / "page" / "limits.py"
CONTEXT = {"num_cpus": 2, "processor": "A processor", "compiler": "g++ 12.2.0", "date": "2026-01-31T12:00:00+00:00"}


def runs(variant, milliseconds, type="int64", size=1_000_000, busy="", wrong=0):
    """The entries of one variant, one for each round."""
    return [{"name": f"{variant}/{type}/{size}/2{busy}", "run_type": "iteration", "repetition_index": index,
             "time_unit": "ns", "iterations": 10, "real_time": time * 1e6, "bytes_read": 16.0 * size,
             "wrong_runs": wrong, "runs_within_rounding": 0, "control_runs": 1, "wrong_control_runs": 0,
             "peak_heap_bytes": 0, "label": "36000"} for index, time in enumerate(milliseconds)]


class Limits(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def limits(self, *files):
        """What the program prints for these lists of entries, one for each file."""
        paths = [self.folder / f"{index}.json" for index in range(len(files))]
        for path, entries in zip(paths, files):
            path.write_text(json.dumps({"context": CONTEXT, "benchmarks": entries}))
        done = subprocess.run([sys.executable, "-B", PROGRAM, *paths], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def test_ratios_are_medians_of_the_rounds_of_all_runs(self):
        # The ratios to several_streams are 1, 2 and 1.5, 1.5, 1.1; those to the read are 1, 1 and 1.25, 1.25, 1.25.
        first = runs("at_the_limit", [2, 4]) + runs("several_streams", [2, 2]) + runs("plain_read", [2, 4])
        second = (runs("at_the_limit", [3, 3, 1.1]) + runs("several_streams", [2, 2, 1]) +
                  runs("plain_read", [2.4, 2.4, 0.88]))
        status, text, _ = self.limits(first, second)
        self.assertEqual(status, 0)
        self.assertIn("A processor, 2 cores, g++ 12.2.0, 2026-01-31, 2 runs.", text)
        self.assertIn("| 1,000,000 | int64 | 0 | 3.00 ms ±33% | 80% | 1.50 | `several_streams` |", text)

    def test_the_fastest_other_is_right(self):
        entries = (runs("at_the_limit", [2, 2]) + runs("slow", [4, 4]) + runs("fast", [1.9, 1.9]) +
                   runs("wrong", [1, 1], wrong=1))
        self.assertIn("| 1.05 | `fast` |", self.limits(entries)[1])

    def test_what_falls_short_is_named(self):
        entries = []
        for type, size, busy, fast, read in (("int64", 1_000_000, "", 1.9, 1.8), ("float32", 1_000_000, "", 2, 1.95),
                                             ("int32", 1_000, "", 2, 1), ("int64", 1_000_000, "/busy_cores:1", 1, 2)):
            for variant, time in (("at_the_limit", 2), ("fast", fast), ("plain_read", read)):
                entries += runs(variant, [time] * 2, type, size, busy)
        _, text, _ = self.limits(entries)
        self.assertEqual(text.split("It falls short here:\n")[1].splitlines(), [
            "- 1,000,000 elements of int64: 5.3% behind fast", "- 1,000,000 elements of int64: 90% of the read speed",
            "- 1,000,000 elements of int64, 1 busy core: 100% behind fast"])

    def test_goals_that_are_met(self):
        self.assertTrue(self.limits(runs("at_the_limit", [1]) + runs("fast", [1]))[1].endswith("All are met.\n"))

    def test_a_file_without_the_library(self):
        status, _, error = self.limits(runs("omp_reduction", [1]))
        self.assertEqual((status, error), (2, "limits: there is no measurement of at_the_limit\n"))


if __name__ == "__main__":
    unittest.main()
