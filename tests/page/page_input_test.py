#!/usr/bin/python3
"""Checks the report page if points were not measured, and if files are broken or missing."""

import io
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

FIXTURES = Path(__file__).resolve().parent
PROGRAM = FIXTURES.parents[1] / "src" / "page" / "page.py"
sys.path.insert(0, str(PROGRAM.parent))
import page as program  # noqa: E402
from command import exit_status  # noqa: E402
from series import VARIANTS_WITH_A_ROLE  # noqa: E402

FIGURES = ["time-and-memory", "time-per-element", "more-threads", "share-of-read-speed", "schedules", "wrong-values"]
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
        """Starting the program takes as long as making a page, so most tests call its main function."""
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            status = exit_status("page", lambda: program.main([str(self.folder), *arguments]))
        return SimpleNamespace(returncode=status, stdout=out.getvalue(), stderr=err.getvalue())

    def start_program(self, *arguments):
        return subprocess.run([sys.executable, "-B", PROGRAM, self.folder, *arguments], capture_output=True, text=True,
                              check=False)

    def make(self, *arguments, run=None):
        """The page's text."""
        result = (run or self.run_program)(*arguments)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, "", ""))
        return self.page.read_text(encoding="utf-8")


class WhatThereIs(Page):
    def put_points(self, wanted):
        """Writes the fixture's measurements for which wanted(variant, type, size, threads) is true."""
        def is_wanted(entry):
            variant, element, size, threads, *_ = entry["name"].split("/")
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
        self.assertEqual(self.make(run=self.start_program), self.make(run=self.start_program))

    def test_an_open_former_page_remains_readable(self):
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
        self.put_points(lambda variant, *rest: variant != "plain_read")
        self.expect_figures([figure for figure in FIGURES if figure not in ("share-of-read-speed", "schedules")])

    def test_schedules_with_idle_cores_and_a_busy_one(self):
        self.put_points(lambda *point: True)
        page = self.make()
        fastest = "<code>schedule_dynamic_by_block</code> is the fastest of the schedules, at"
        self.assertIn(f"With idle cores, {fastest} 1.02× the speed of <code>omp_reduction</code>.", page)
        self.assertIn(f"With one busy core, {fastest} 1.46× the speed of <code>omp_reduction</code>.", page)

    def test_schedules_need_a_busy_core(self):
        self.put("sweep.json", SWEEP | {"benchmarks": [e for e in SWEEP["benchmarks"] if "busy" not in e["name"]]})
        self.expect_figures([figure for figure in FIGURES if figure != "schedules"])
        self.assertIn("and with one busy core.", self.make())

    def test_schedules_need_two_cores(self):
        self.put("sweep.json", SWEEP | {"context": SWEEP["context"] | {"num_cpus": 1}})
        self.expect_figures([figure for figure in FIGURES if figure != "schedules"])
        self.assertIn("missing: this machine has one core", self.make())

    def test_a_build_without_work_stealing(self):
        name = "tbb_parallel_reduce"
        variants = [variant for variant in SWEEP["context"]["variants"] if variant["name"] != name]
        self.put("sweep.json", {"context": SWEEP["context"] | {"variants": variants},
                                "benchmarks": [e for e in SWEEP["benchmarks"] if not e["name"].startswith(name)]})
        self.assertNotIn(name, self.make())

    def test_each_variant_may_be_absent(self):
        for absent in sorted({entry["name"].split("/")[0] for entry in SWEEP["benchmarks"]}):
            with self.subTest(absent):
                self.put_points(lambda variant, *rest: variant != absent)
                self.assertIn(f"Not measured here: <code>{absent}</code>", self.make())

    def test_an_interrupted_run(self):
        self.put("sweep.json", SWEEP | {"benchmarks": SWEEP["benchmarks"][::5]})
        self.expect_figures([figure for figure in FIGURES if figure != "schedules"])  # their plain read is not there

    def test_no_counts_of_memory_no_caches_no_names(self):
        entries = [{key: value for key, value in entry.items() if key not in ("peak_heap_bytes", "label")}
                   for entry in SWEEP["benchmarks"]]
        context = {"variants": SWEEP["context"]["variants"]}
        self.put("sweep.json", {"context": context, "benchmarks": entries})
        self.expect_figures([figure for figure in FIGURES if figure != "wrong-values"])

    def test_many_threads(self):
        entries = [entry | {"name": entry["name"].rsplit("/", 1)[0] + f"/{threads}"} for threads in (1, 2, 4, 32, 128)
                   for entry in SWEEP["benchmarks"] if entry["name"].endswith("int64/9999999/2")]
        self.put("sweep.json", SWEEP | {"benchmarks": entries})
        self.assertIn('<figure id="more-threads">', self.make())

    def test_variants_keep_the_catalog_s_order(self):
        variants = SWEEP["context"]["variants"]
        self.put("sweep.json", SWEEP | {"context": SWEEP["context"] | {"variants": variants[::-1]}})
        table = self.make().partition("</table>")[0].partition("<table>")[2]
        names = [variant["name"] for variant in variants if variant["chapter"] == "article"]
        places = [table.index(f"<code>{name}</code>") for name in names]
        self.assertEqual(places, sorted(places, reverse=True))

    def test_failures_and_summaries_are_ignored(self):
        others = [{"name": "fused_loop/int64/1000/2_mean", "run_type": "aggregate"},
                  {"name": "fused_loop/int64/1000/2", "run_type": "iteration", "error_occurred": True}]
        self.put("sweep.json", SWEEP)
        without = self.make()
        self.put("sweep.json", SWEEP | {"benchmarks": SWEEP["benchmarks"] + others})
        self.assertEqual(self.make(), without)

    def test_peers_are_shown_if_their_file_exists(self):
        self.put("sweep.json", SWEEP)
        self.assertNotIn("python-beside-cpp", self.make())
        self.put("peers.json", PEERS)
        page = self.make()
        self.assertIn('<figure id="python-beside-cpp">', page)
        self.assertIn("equal and right: 359999964", page)
        self.assertIn("right is 359999964", page)

    def test_alternatives_are_shown_with_their_wrong_answers(self):
        self.put("sweep.json", SWEEP)
        self.put("peers.json", PEERS)
        page = self.make()
        self.assertIn('<figure id="alternatives">', page)
        self.assertIn("Rust std::thread::scope, Rust rayon and C++ <code>omp_reduction</code> used 2 threads", page)
        self.assertIn("Wrong answers: NumPy dot(d, d) (int32), NumPy einsum (int32) and numexpr (int32).", page)
        for cell in ("160 MB", "n/a", "&lt; 1.00 MB", "817045952, wrong", "3599999640000.0, right",
                     "327456512.0, error 9.0e-02"):
            self.assertIn(f'">{cell}</td>', page)

    def test_peers_without_alternatives(self):
        self.put("sweep.json", SWEEP)
        self.put("peers.json", {key: value for key, value in PEERS.items() if key != "alternatives"})
        page = self.make()
        self.assertIn('<figure id="python-beside-cpp">', page)
        self.assertIn("This figure is missing: peers.json has none; &#x27;make peers&#x27; measures them.", page)

    def test_the_files_content_is_escaped(self):
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
    def test_arguments_are_shown_escaped(self):
        result = self.start_program("--red\x1b[31m\n")
        message = "page: unrecognized arguments: --red\\x1b[31m\\n; --help lists the arguments\n"
        self.assertEqual((result.returncode, result.stdout, result.stderr), (2, "", message))

    def refuse(self, name, said):
        """Checks that nothing is written, and that one line says what is wrong with which file."""
        self.page.write_text("the former page", encoding="utf-8")
        result = self.run_program()
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertRegex(result.stderr, rf"\Apage: {self.folder / name}: [^\n]+\n\Z")
        self.assertIn(said, result.stderr)
        self.assertEqual(self.page.read_text(encoding="utf-8"), "the former page")
        self.assertLessEqual({path.name for path in self.folder.iterdir()}, {"index.html", "sweep.json", "peers.json"})

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
                self.refuse("sweep.json", "must be")

    def test_nothing_measured(self):
        self.put("sweep.json", SWEEP | {"benchmarks": []})
        self.refuse("sweep.json", "no measurement of type int64")

    def test_names(self):
        for name in ("fused_loop", "fused_loop/int64/1000", "fused_loop/int8/1000/2", "fused_loop/int64/0/2"):
            with self.subTest(name):
                self.refuse_entry({"name": name}, f"'{name}' is not VARIANT/TYPE/SIZE/THREADS")

    def test_numbers_of_busy_cores(self):
        for number in ("", "0", "-1", "one", "1/busy_cores:1"):
            with self.subTest(number):
                self.refuse_entry({"name": f"fused_loop/int64/1000/2/busy_cores:{number}"}, "the number of busy cores")

    def test_values(self):
        for changes, said in (({"time_unit": "ms"}, "'ms' is not ns"), ({"real_time": 0}, "'real_time' must be more than 0, not 0"),
                              ({"real_time": "soon"}, "a number, not \"soon\""),
                              ({"repetition_index": None}, "repetition_index"), ({"wrong_runs": None}, "wrong_runs"),
                              ({"control_runs": "3"}, "control_runs"), ({"label": "many"}, "\"many\" is not a number")):
            with self.subTest(said):
                self.refuse_entry(changes, said)

    def refuse_variants(self, variants, said):
        self.put("sweep.json", SWEEP | {"context": {"variants": variants}})
        self.refuse("sweep.json", said)

    def test_variants(self):
        first, *rest = SWEEP["context"]["variants"]
        for changes, said in (({"name": 3}, "variants[0]: 'name' must be a text, not 3"),
                              ({"chapter": None}, "variants[0]: 'chapter' must be a text, not null"),
                              ({"article_name": []}, "'article_name' must be a text or null, not []"),
                              ({"expectation": "slow"}, "'slow' is not one of right, racy, lossy, wrong")):
            with self.subTest(said):
                self.refuse_variants([first | changes, *rest], said)
        self.refuse_variants("many", "'variants' must be a list, not \"many\"")

    def test_a_sweep_that_does_not_describe_its_variants(self):
        message = "its context does not describe the variants; 'make report' measures again"
        self.put("sweep.json", SWEEP | {"context": {}})
        self.refuse("sweep.json", message)
        self.refuse_variants([], message)

    def test_a_sweep_without_a_variant_that_has_a_role(self):
        for name in VARIANTS_WITH_A_ROLE:
            with self.subTest(name):
                self.refuse_variants([variant for variant in SWEEP["context"]["variants"] if variant["name"] != name],
                                     f"its context does not describe {name}, which")

    def test_caches(self):
        self.put("sweep.json", SWEEP | {"context": {"caches": [{"type": "Data"}]}})
        self.refuse("sweep.json", "caches[0]: 'level' must be a number")

    def test_peers(self):
        row = PEERS["rows"][0]
        for content, said in ((PEERS | {"rows": None}, "'rows' must be a list"),
                              (PEERS | {"rows": [row | {"cpp_seconds": []}]}, "cpp_seconds"),
                              (PEERS | {"rows": [row | {"cpp_seconds": [1]}]}, "number of rounds"),
                              (PEERS | {"rows": [row | {"cpp_answers": []}]}, "'cpp_answers' is empty"),
                              ({"rows": []}, "'size' must be a number"), ("{", "not JSON")):
            with self.subTest(said):
                self.put("sweep.json", SWEEP)
                self.put("peers.json", content)
                self.refuse("peers.json", said)

    def test_alternatives(self):
        row = PEERS["alternatives"]["rows"][0]
        for changed, said in (({"seconds": []}, "'seconds' must be a list of times"),
                              ({"baseline_seconds": [1]}, "number of rounds"),
                              ({"peak_memory": "much"}, "'peak_memory' must be a number or null"),
                              ({"answers": row["answers"] | {"int32": ["many"]}}, 'the answer "many" is not a number'),
                              ({"right": None}, "'right' must be an object")):
            with self.subTest(said):
                self.put("sweep.json", SWEEP)
                self.put("peers.json", PEERS | {"alternatives": PEERS["alternatives"] | {"rows": [row | changed]}})
                self.refuse("peers.json", said)


def failures_of(test):
    result = test.run()
    return [f"FAILED: {failed}\n{trace}" for failed, trace in result.failures + result.errors]


def main():
    """Runs one test per core at a time, because drawing takes seconds."""
    suites = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    tests = [test for suite in suites for test in suite]
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        failures = [failure for found in pool.imap(failures_of, tests) for failure in found]
    print("\n".join(failures), end="\n" if failures else "")
    print(f"page_input_test: {len(tests)} tests, {len(failures)} failures")
    return 1 if failures or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
