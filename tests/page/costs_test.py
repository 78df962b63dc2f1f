#!/usr/bin/python3
"""Checks the tables of costs in docs/variants, with so few measurements that every cell is known."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / "src" / "page" / "costs.py"
CONTEXT = {"num_cpus": 2, "processor": "A processor", "compiler": "g++ 12.2.0", "date": "2026-01-31T12:00:00+00:00"}
COMMAND = "bin/compare --chapter article,slow --type int64"
PAGE = """# slow: a chapter

## Costs

<!-- costs: written by make costs -->
{}<!-- end of costs -->

## one

## two
"""


def runs(variant, milliseconds, type="int64", size=1000, wrong=0, **more):
    """The entries of one variant, one per round."""
    return [{"name": f"{variant}/{type}/{size}/2", "run_type": "iteration", "repetition_index": index,
             "time_unit": "ns", "iterations": 10, "real_time": time * 1e6, "bytes_read": 16.0 * size,
             "wrong_runs": wrong, "runs_within_rounding": 0, "control_runs": 1, "wrong_control_runs": 0,
             "peak_heap_bytes": 0, "label": "36000"} | more for index, time in enumerate(milliseconds)]


class Costs(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.page = Path(temporary.name) / "slow.md"
        self.json = Path(temporary.name) / "slow.json"
        self.page.write_text(PAGE.format(""), encoding="utf-8")

    def run_program(self, *entries, context=None):
        content = {"context": context or CONTEXT, "benchmarks": [run for entry in entries for run in entry]}
        self.json.write_text(json.dumps(content), encoding="utf-8")
        return subprocess.run([sys.executable, "-B", PROGRAM, self.page, self.json, COMMAND], capture_output=True,
                              text=True, check=False)

    def rows(self, *entries, **more):
        """The table's cells for each variant. The key of the heading is 'variant'."""
        result = self.run_program(*entries, **more)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        lines = [line for line in self.page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        return {row[0].split("]")[0].lstrip("["): row[1:] for row in cells}

    def refusal(self, *entries):
        before = self.page.read_text(encoding="utf-8")
        result = self.run_program(*entries)
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertEqual(self.page.read_text(encoding="utf-8"), before)
        self.assertEqual(result.stderr.count("\n"), 1)
        return result.stderr

    def test_the_whole_page(self):
        result = self.run_program(runs("plain_read", [1, 1, 1]), runs("omp_reduction", [2, 2, 2]),
                                  runs("two", [4, 4, 4], peak_heap_bytes=1500), runs("one", [2, 2, 2]))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.page.read_text(encoding="utf-8"), PAGE.format("""
A processor, 2 cores, g++ 12.2.0, 2026-01-31, `bin/compare --chapter article,slow --type int64`: 1,000 elements, 2
threads. Fastest plain read of both arrays of int64: 1.00 ms, 0.02 GB/s.

| variant | ratio, int64 | median time, int64 | of read speed | peak heap |
| --- | --: | --: | --: | --: |
| [one](#one) | 1.00× | 2.00 ms ±0.0% | 50% | 0 B |
| [two](#two) | 2.00× | 4.00 ms ±0.0% | 25% | 1.50 kB |

"""))

    def test_written_twice_it_is_there_once(self):
        entries = runs("omp_reduction", [2]), runs("one", [2]), runs("two", [2])
        self.run_program(*entries)
        once = self.page.read_text(encoding="utf-8")
        self.run_program(*entries)
        self.assertEqual(self.page.read_text(encoding="utf-8"), once)

    def test_ratios_are_of_the_same_round(self):
        # The machine is slow in the second round and fast in the third. The ratio of medians would be 3.
        rows = self.rows(runs("omp_reduction", [2, 20, 1]), runs("one", [6, 40, 2]), runs("plain_read", [1, 8, 1]))
        self.assertEqual(rows["one"], ["2.00×", "6.00 ms ±67%", "20%", "0 B"])

    def test_ratios_are_by_the_element(self):
        rows = self.rows(runs("omp_reduction", [2]), runs("one", [1], size=100), runs("two", [2]),
                         runs("plain_read", [1]), runs("plain_read", [0.1], size=100))
        self.assertEqual(rows["one"], ["5.00×", "1.00 ms ±0.0%, 100 elements", "10%", "0 B"])
        self.assertEqual(rows["two"][1], "2.00 ms ±0.0%")

    def test_each_type_has_its_ratio(self):
        rows = self.rows(runs("omp_reduction", [2]), runs("omp_reduction", [4], type="float32"),
                         runs("one", [2]), runs("one", [2], type="float32"), runs("two", [2]))
        self.assertEqual(rows["variant"][:3], ["ratio, int64", "ratio, float32", "median time, int64"])
        self.assertEqual(rows["one"][:2], ["1.00×", "0.50×"])
        self.assertEqual(rows["two"][:2], ["1.00×", "–"])

    def test_wrong_runs_have_a_column_where_there_are_any(self):
        right = runs("omp_reduction", [2, 2]), runs("one", [2, 2])
        self.assertNotIn("wrong runs", self.rows(*right)["variant"])
        rows = self.rows(*right, runs("two", [2, 2], wrong=600, iterations=1000))
        self.assertEqual(rows["variant"][-1], "wrong runs")
        self.assertEqual((rows["one"][-1], rows["two"][-1]), ("0 of 21", "1,200 of 2,001"))

    def test_wrong_on_control_arrays_is_wrong(self):
        rows = self.rows(runs("omp_reduction", [2]), runs("one", [2], wrong_control_runs=1))
        self.assertEqual(rows["one"][-1], "1 of 11")

    def test_what_has_not_read_the_arrays_has_no_share(self):
        rows = self.rows(runs("plain_read", [1]), runs("omp_reduction", [2]), runs("one", [1e-5]), runs("two", [0.9]))
        self.assertEqual(rows["one"][:3], ["< 0.005×", "10.0 ns ±0.0%", "–"])
        self.assertEqual(rows["two"][2], "111%")

    def test_what_is_unknown_is_left_out(self):
        rows = self.rows(runs("omp_reduction", [2]), runs("one", [2], peak_heap_bytes=None), context={"num_cpus": None})
        self.assertEqual(rows["one"], ["1.00×", "2.00 ms ±0.0%", "–", "n/a"])
        page = self.page.read_text(encoding="utf-8")
        self.assertIn(f"\n`{COMMAND}`: 1,000 elements, 2 threads.\n", page)
        self.assertIn("\nThis build leaves out `two`.\n", page)

    def test_only_variants_with_a_section_have_a_row(self):
        rows = self.rows(runs("omp_reduction", [2]), runs("one", [2]), runs("two", [2]), runs("fused_loop", [2]))
        self.assertEqual(list(rows), ["variant", "---", "one", "two"])

    def test_refusals_name_the_file(self):
        self.assertIn(f"{self.json}: it contains no measurement of omp_reduction", self.refusal(runs("one", [2])))
        self.assertIn(f"{self.json}: it contains no measurement of a variant", self.refusal(runs("omp_reduction", [2])))
        self.page.write_text("<!-- end of costs -->\n## one\n", encoding="utf-8")
        self.assertIn(f"{self.page}: the page must contain '<!-- costs: ", self.refusal(runs("omp_reduction", [2]), runs("one", [2])))


if __name__ == "__main__":
    unittest.main()
