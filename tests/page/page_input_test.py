#!/usr/bin/python3
"""The report page of what there is: points that were not measured, files that are broken or absent."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

FIXTURES = Path(__file__).resolve().parent
PROGRAM = FIXTURES.parents[1] / "src" / "page" / "page.py"
FIGURES = ["time-and-memory", "time-per-element", "more-threads", "share-of-the-limit", "wrong-values"]
SWEEP = json.loads((FIXTURES / "sweep.json").read_text(encoding="utf-8"))
PEERS = json.loads((FIXTURES / "peers.json").read_text(encoding="utf-8"))


class Page(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.page = self.folder / "index.html"

    def put(self, name, content):
        text = content if isinstance(content, str) else json.dumps(content)
        (self.folder / name).write_text(text, encoding="utf-8")

    def run_program(self, *arguments):
        return subprocess.run([sys.executable, "-B", PROGRAM, self.folder, *arguments], capture_output=True, text=True,
                              check=False)

    def make(self, *arguments):
        """The page's text."""
        result = self.run_program(*arguments)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        return self.page.read_text(encoding="utf-8")


class WhatThereIs(Page):
    def put_points(self, wanted):
        """The fixture's measurements of which wanted(variant, type, size, threads) is true."""
        def is_wanted(entry):
            variant, element, size, threads = entry["name"].split("/")
            return wanted(variant, element, int(size), int(threads))

        self.put("sweep.json", SWEEP | {"benchmarks": [e for e in SWEEP["benchmarks"] if is_wanted(e)]})

    def expect_figures(self, expected):
        page = self.make()
        for figure in FIGURES:
            self.assertEqual(f'<figure id="{figure}">' in page, figure in expected, figure)
        self.assertEqual(page.count("This figure is missing: "), len(FIGURES) - len(expected))

    def test_all(self):
        self.put_points(lambda *point: True)
        self.expect_figures(FIGURES)

    def test_the_same_data_give_the_same_bytes(self):
        self.put_points(lambda *point: True)
        self.assertEqual(self.make(), self.make())

    def test_who_reads_the_former_page_meanwhile_reads_on(self):
        self.put("sweep.json", SWEEP)
        self.page.write_text("the former page", encoding="utf-8")
        with self.page.open(encoding="utf-8") as reader:
            self.make()
            self.assertEqual(reader.read(), "the former page")

    def test_one_size(self):
        self.put_points(lambda variant, element, size, threads: size == 9_999_999)
        self.expect_figures([figure for figure in FIGURES if figure != "time-per-element"])

    def test_one_number_of_threads(self):
        self.put_points(lambda variant, element, size, threads: threads == 2)
        self.expect_figures([figure for figure in FIGURES if figure != "more-threads"])

    def test_more_threads_of_fused_loop_alone(self):
        self.put_points(lambda variant, element, size, threads: threads == 2 or (variant, threads) == ("fused_loop", 1))
        self.expect_figures([figure for figure in FIGURES if figure != "more-threads"])

    def test_one_type(self):
        self.put_points(lambda variant, element, size, threads: element == "int64")
        self.expect_figures(FIGURES)

    def test_one_point(self):
        self.put_points(lambda *point: point == ("fused_loop", "int64", 9_999_999, 1))
        self.expect_figures(["time-and-memory"])

    def test_no_limit(self):
        self.put_points(lambda variant, *rest: variant != "read_limit")
        self.expect_figures([figure for figure in FIGURES if figure != "share-of-the-limit"])

    def test_each_variant_may_be_absent(self):
        for absent in sorted({entry["name"].split("/")[0] for entry in SWEEP["benchmarks"]}):
            with self.subTest(absent):
                self.put_points(lambda variant, *rest: variant != absent)
                self.assertIn(f"Not measured here: <code>{absent}</code>", self.make())

    def test_an_interrupted_run(self):
        self.put("sweep.json", SWEEP | {"benchmarks": SWEEP["benchmarks"][::5]})
        self.expect_figures(FIGURES)

    def test_no_counts_of_memory_no_caches_no_names(self):
        entries = [{key: value for key, value in entry.items() if key not in ("peak_heap_bytes", "label")}
                   for entry in SWEEP["benchmarks"]]
        self.put("sweep.json", {"context": {}, "benchmarks": entries})
        self.expect_figures([figure for figure in FIGURES if figure != "wrong-values"])

    def test_many_threads(self):
        entries = [entry | {"name": entry["name"].rsplit("/", 1)[0] + f"/{threads}"} for threads in (1, 2, 4, 32, 128)
                   for entry in SWEEP["benchmarks"] if entry["name"].endswith("int64/9999999/2")]
        self.put("sweep.json", SWEEP | {"benchmarks": entries})
        self.assertIn('<figure id="more-threads">', self.make())

    def test_what_failed_or_is_a_summary_is_passed_over(self):
        others = [{"name": "fused_loop/int64/1000/2_mean", "run_type": "aggregate"},
                  {"name": "fused_loop/int64/1000/2", "run_type": "iteration", "error_occurred": True}]
        self.put("sweep.json", SWEEP)
        without = self.make()
        self.put("sweep.json", SWEEP | {"benchmarks": SWEEP["benchmarks"] + others})
        self.assertEqual(self.make(), without)

    def test_peers_are_shown_if_they_are_there(self):
        self.put("sweep.json", SWEEP)
        self.assertNotIn("python-beside-cpp", self.make())
        self.put("peers.json", PEERS)
        page = self.make()
        self.assertIn('<figure id="python-beside-cpp">', page)
        self.assertIn("equal and right: 359999964", page)
        self.assertIn("right is 359999964", page)

    def test_what_the_files_say_is_text(self):
        self.put("sweep.json", SWEEP | {"context": SWEEP["context"] | {"processor": "<script>alert(1)</script>"}})
        self.assertIn("&lt;script&gt;", self.make())

    def test_copies_are_drawings_with_both_themes(self):
        self.put("sweep.json", SWEEP)
        self.put("peers.json", PEERS)
        copies = self.folder / "copies"
        self.make("--copies", str(copies))
        self.assertEqual(sorted(path.name for path in copies.iterdir()),
                         ["more-threads.svg", "python-beside-cpp.svg", "time-per-element.svg"])
        for path in copies.iterdir():
            drawing = path.read_text(encoding="utf-8")
            self.assertEqual(ElementTree.fromstring(drawing).tag, "{http://www.w3.org/2000/svg}svg")
            self.assertIn("prefers-color-scheme: dark", drawing)


class WhatIsBroken(Page):
    def test_what_an_argument_says_is_shown_escaped(self):
        result = self.run_program("--red\x1b[31m\n")
        message = "page: unrecognized arguments: --red\\x1b[31m\\n; --help lists what is understood\n"
        self.assertEqual((result.returncode, result.stdout, result.stderr), (2, "", message))

    def refuse(self, name, said):
        """Nothing is written, and one line says what is wrong with which file."""
        self.page.write_text("the former page", encoding="utf-8")
        result = self.run_program()
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertRegex(result.stderr, rf"\Apage: {self.folder / name}: [^\n]+\n\Z")
        self.assertIn(said, result.stderr)
        self.assertEqual(self.page.read_text(encoding="utf-8"), "the former page")
        self.assertFalse(list(self.folder.glob("*.part")))

    def refuse_entry(self, changes, said):
        self.put("sweep.json", SWEEP | {"benchmarks": [SWEEP["benchmarks"][0] | changes]})
        self.refuse("sweep.json", said)

    def test_no_file(self):
        self.refuse("sweep.json", "No such file or directory")

    def test_an_empty_file(self):
        self.put("sweep.json", "")
        self.refuse("sweep.json", "not JSON")

    def test_half_a_file(self):
        self.put("sweep.json", json.dumps(SWEEP)[:5_000])
        self.refuse("sweep.json", "not JSON")

    def test_something_else(self):
        for content in ([], {}, {"benchmarks": 3}, {"benchmarks": [3]}):
            with self.subTest(content):
                self.put("sweep.json", content)
                self.refuse("sweep.json", "should be")

    def test_nothing_measured(self):
        self.put("sweep.json", SWEEP | {"benchmarks": []})
        self.refuse("sweep.json", "no measurement of type int64")

    def test_names(self):
        for name in ("fused_loop", "fused_loop/int64/1000", "fused_loop/int8/1000/2", "fused_loop/int64/0/2"):
            with self.subTest(name):
                self.refuse_entry({"name": name}, f"'{name}' is not VARIANT/TYPE/SIZE/THREADS")

    def test_values(self):
        for changes, said in (({"time_unit": "ms"}, "'ms' is not ns"), ({"real_time": 0}, "'real_time' is 0"),
                              ({"real_time": "soon"}, "a number, and is \"soon\""), ({"repetition_index": None}, "repetition_index"),
                              ({"wrong_runs": None}, "wrong_runs"),
                              ({"control_runs": "3"}, "control_runs"), ({"label": "many"}, "\"many\" is not a number")):
            with self.subTest(said):
                self.refuse_entry(changes, said)

    def test_caches(self):
        self.put("sweep.json", SWEEP | {"context": {"caches": [{"type": "Data"}]}})
        self.refuse("sweep.json", "caches[0]: 'level' should be a number")

    def test_peers(self):
        row = PEERS["rows"][0]
        for content, said in ((PEERS | {"rows": None}, "'rows' should be a list"),
                              (PEERS | {"rows": [row | {"cpp_seconds": []}]}, "cpp_seconds"),
                              (PEERS | {"rows": [row | {"cpp_seconds": [1]}]}, "number of rounds"),
                              (PEERS | {"rows": [row | {"cpp_answers": []}]}, "'cpp_answers' is empty"),
                              ({"rows": []}, "'size' should be a number"), ("{", "not JSON")):
            with self.subTest(said):
                self.put("sweep.json", SWEEP)
                self.put("peers.json", content)
                self.refuse("peers.json", said)


def main():
    """Runs several tests at a time, for each waits for a program that takes seconds to start."""
    suites = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    tests = [test for suite in suites for test in suite]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda test: test.run(), tests))
    failures = [failure for result in results for failure in result.failures + result.errors]
    for test, trace in failures:
        print(f"FAILED: {test}\n{trace}")
    print(f"page_input_test: {len(tests)} tests, {len(failures)} failures")
    return 1 if failures or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
