"""Checks of src/peers/:   peers_test.py FOLDER      (of the libraries article_variants and wrong_article_variants)"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "src/peers"))

import report

LIBRARIES = Path(sys.argv.pop(1)).resolve()
SIZE = "200003"
PAIRS = {
    "np_squared_diff": "eigen_temporaries",
    "np_parallel_squared_diff": "eigen_temporaries_chunked",
    "numba_squared_diff": "fused_loop",
    "numba_parallel_squared_diff": "fused_loop_chunked",
    "numba_native_parallelism": "omp_reduction",
    "numba_native_parallelism_bad": "shared_accumulator",
    "superfast": "return_zero",
}
TO_BE_RIGHT = list(PAIRS)[:5]


def compare(*arguments, library="article_variants", size=SIZE, rounds="2", **environment):
    command = [sys.executable, "-B", PROJECT / "src/peers/compare.py", "--library", LIBRARIES / f"lib{library}.so"]
    command += ["--size", size, "--rounds", rounds, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=300)


class Scratch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class Comparison(Scratch):
    def test_every_function_stands_beside_its_variant_with_equal_answers(self):
        done = compare("--threads", "1,2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for block in done.stdout.split("\nwith ")[1:]:
            rows = {line.split()[0]: line.split() for line in block.splitlines() if line.startswith(tuple(PAIRS))}
            self.assertEqual({function: cells[1] for function, cells in rows.items()}, PAIRS)
            self.assertEqual([rows[function][-1] for function in TO_BE_RIGHT], ["equal"] * len(TO_BE_RIGHT))
            self.assertEqual(rows["superfast"][-1], "wrong")
        self.assertIn("\nwith 1 thread\n", done.stdout)
        self.assertIn("\nwith 2 threads\n", done.stdout)

    def test_the_json_file_has_every_round(self):
        file = self.folder / "peers.json"
        file.write_text("the one before")
        self.assertEqual(compare("--threads", "1,2", "--json", file).returncode, 0)
        content = json.loads(file.read_text())
        self.assertEqual(os.listdir(self.folder), ["peers.json"])
        for key in "processor", "date", "python", "numpy", "numba", "compiler":
            self.assertTrue(content[key], key)
        self.assertEqual(content["numba_threading_layer"], "omp")
        self.assertEqual((content["size"], content["type"]), (int(SIZE), "int64"))
        expected = [(threads, *pair) for threads in (1, 2) for pair in PAIRS.items()]
        self.assertEqual([(row["threads"], row["function"], row["variant"]) for row in content["rows"]], expected)
        for row in content["rows"]:
            self.assertEqual(row["expected"], str(36 * int(SIZE)))
            self.assertIsNone(row["article_seconds"])
            for side in "python", "cpp":
                self.assertEqual(len(row[f"{side}_seconds"]), 2)
                self.assertGreater(min(row[f"{side}_seconds"]), 0)
                if row["function"] in TO_BE_RIGHT:
                    self.assertEqual(row[f"{side}_answers"], [row["expected"]])

    def test_the_article_s_figures_stand_beside_what_was_measured_as_it_measured(self):
        done = compare("--threads", "2,8", library="wrong_article_variants", size="9999999", rounds="1")
        two, eight = done.stdout.split("\nwith ")[1:]
        self.assertNotIn("article", two)
        self.assertRegex(eight, r"np_squared_diff +eigen_temporaries +30\.9 ms ")
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)

    def test_a_wrong_answer_is_a_failure(self):
        done = compare("--threads", "2", library="wrong_article_variants")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        lines = done.stdout.splitlines()
        wrong = [number for number, line in enumerate(lines) if line.endswith(" differ")]
        self.assertEqual(lines[wrong[0]].split()[1], "fused_loop")
        self.assertEqual(lines[wrong[0] + 1], "    Python: 7200108; C++: 7200109")

    def test_without_numba_numpy_is_compared_alone(self):
        (self.folder / "numba.py").write_text("raise ImportError('Numba needs\\nanother NumPy')")
        done = compare("--threads", "2", "--json", self.folder / "peers.json", PYTHONPATH=str(self.folder))
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, "peers: Numba's functions are left out, for it cannot be loaded: Numba needs\n")
        content = json.loads((self.folder / "peers.json").read_text())
        self.assertIsNone(content["numba"])
        functions = [row["function"] for row in content["rows"]]
        self.assertEqual(functions, ["np_squared_diff", "np_parallel_squared_diff", "superfast"])


class Refusals(Scratch):
    def refused(self, message, *arguments, **options):
        done = compare(*arguments, **options)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, f"peers: {message}\n")

    def test_bad_arguments(self):
        for text in "0", "-1", "2,", "two", "257":
            bad = text.split(",")[-1]
            self.refused(f"--threads: '{bad}' is not a whole number from 1 to 256", f"--threads={text}")
        self.refused("--size: '1e6' is not a whole number from 1 to 1000000000000", "--size", "1e6")
        self.refused("--rounds: '0' is not a whole number from 1 to 10000", "--rounds", "0")
        self.refused("unrecognized arguments: --speed; --help lists what is understood", "--speed")

    def test_what_an_argument_says_is_shown_escaped(self):
        self.refused(r"--size: '1\x1b[31m\n\udcff' is not a whole number from 1 to 1000000000000",
                     "--size", b"1\x1b[31m\n\xff")

    def test_more_memory_than_there_is(self):
        done = compare("--size", "1000000000000")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        message = r"\Apeers: --size: '1000000000000' takes 48000\.0 GB of memory, and \d+\.\d GB are free\n\Z"
        self.assertRegex(done.stderr, message)

    def test_libraries_that_cannot_be_used(self):
        message = "is not there; 'make program-article_variants' builds it"
        self.refused(f"--library: '{LIBRARIES}/libnone.so' {message}", library="none")
        done = compare("--library", __file__)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        beginning = f"peers: --library: '{__file__}' is not the library of the variants: "
        self.assertTrue(done.stderr.startswith(beginning) and done.stderr.count("\n") == 1, done.stderr)
        self.refused("eigen_temporaries: it cannot count to seven", "--threads", "7", library="wrong_article_variants")

    def test_a_json_file_that_cannot_be_written(self):
        file = self.folder / "none" / "peers.json"
        self.refused(f"--json: '{file}' cannot be written: No such file or directory", "--json", file)
        # Told before the work, in which this library would fail.
        self.refused(f"--json: '{self.folder}' cannot be written: Is a directory", "--json", self.folder,
                     "--threads", "7", library="wrong_article_variants")

    def test_output_that_cannot_be_written(self):
        command = [sys.executable, "-B", PROJECT / "src/peers/compare.py", "--size", "1000", "--rounds", "1"]
        command += ["--threads", "1", "--library", LIBRARIES / "libarticle_variants.so"]
        with open("/dev/full", "w") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual((done.returncode, done.stderr), (2, "peers: standard output cannot be written to\n"))


class Text(unittest.TestCase):
    def test_times(self):
        times = {1.04e-9: "1.04 ns", 9.996e-7: "1.00 µs", 0.0309: "30.9 ms", 0.1234: "123 ms", 12.3: "12.3 s"}
        self.assertEqual([report.seconds_text(seconds) for seconds in times], list(times.values()))

    def test_the_spread_is_the_median_absolute_deviation(self):
        self.assertEqual(report.with_spread([1.0, 2.0, 4.0, 4.1, 100.0], report.digits), "4.00 ±50%")
        self.assertEqual(report.with_spread([1.0, 1.01, 0.98], report.digits), "1.00 ±1.0%")

    def test_verdicts(self):
        def verdict(python, cpp):
            return report.verdict({"expected": "4", "python_answers": python, "cpp_answers": cpp})

        self.assertEqual(verdict(["4"], ["4"]), "equal")
        self.assertEqual(verdict(["4"], ["3", "4"]), "differ")
        self.assertEqual(verdict(["3"], ["4"]), "differ")
        self.assertEqual(verdict(["3"], ["3"]), "wrong")

    def test_the_rest_of_many_answers_is_counted(self):
        self.assertEqual(report.listed(["1", "2", "3", "4", "5", "6"]), "1, 2, 3 and 3 more")


if __name__ == "__main__":
    unittest.main()
