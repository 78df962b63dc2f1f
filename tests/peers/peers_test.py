"""Checks src/peers/:   peers_test.py FOLDER RUST

FOLDER contains the libraries article_variants and wrong_article_variants; the Rust sources are compiled in RUST.
"""

import ast
import importlib.util
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "src/peers"), str(PROJECT / "src/page")]

import alternative_rows
import alternatives
import alternatives_table
import article
import article_arrays
import cpp_side
import numpy as np
import peak_memory
import quantities
import rounds
import rust_libraries
import side_by_side

PROGRAM = PROJECT / "src/peers/peers.py"
LIBRARIES = Path(sys.argv.pop(1)).resolve()
RUST = Path(sys.argv.pop(1)).resolve()
SIZE = "200003"
VARIANTS = cpp_side.variants_of(cpp_side.load(str(LIBRARIES / "libarticle_variants.so")))
PAIRS = {variant.function: variant.name for variant in VARIANTS}
MUST_BE_RIGHT = [variant.function for variant in VARIANTS if variant.is_right]
ONLY_32_BITS = ("NumPy dot(d, d)", "NumPy einsum", "numexpr")
# Arrays of eight bytes an element that are there at the same time.
TEMPORARIES = {"NumPy sum((a - b)**2)": 2, "NumPy dot(d, d)": 1, "NumPy einsum": 1, "SciPy sqeuclidean": 3}


def is_installed(name):
    """Whether what the alternative needs is on this machine. CI has everything."""
    has_rustc = shutil.which("rustc") is not None
    return {
        "numexpr": importlib.util.find_spec("numexpr") is not None,
        "SciPy sqeuclidean": importlib.util.find_spec("scipy") is not None,
        "Rust std::thread::scope": has_rustc,
        "Rust rayon": has_rustc and shutil.which("cargo") is not None and rust_libraries.has_rayon(),
    }.get(name, True)


NAMES = [one.name for one in alternatives.alternatives("", "") if is_installed(one.name)]


def compare(*arguments, library="article_variants", size=SIZE, rounds="2", **environment):
    command = [sys.executable, "-B", PROGRAM, "--library", LIBRARIES / f"lib{library}.so", "--rust", RUST]
    command += ["--size", size, "--rounds", rounds, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=300)


class Scratch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class Variants(unittest.TestCase):
    def test_the_library_describes_each_variant_as_its_file_does(self):
        files = {file.stem: file.read_text() for file in PROJECT.glob("src/variants/article/*.cpp")}
        self.assertEqual({variant.name for variant in VARIANTS}, set(files))
        for variant in VARIANTS:
            self.assertIn(f'.article_name = "{variant.function}",', files[variant.name])
            self.assertEqual(variant.is_right, ".expectation" not in files[variant.name], variant.name)

    def test_each_variant_stands_for_a_function_in_python(self):
        functions = set()
        for module in "article", "article_numba":
            tree = ast.parse((PROJECT / f"src/peers/{module}.py").read_text())
            functions |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)
                          and [argument.arg for argument in node.args.args] == ["a", "b"]}
        self.assertEqual(set(PAIRS), functions)
        self.assertLessEqual(set(article.SECONDS), functions)


class Comparison(Scratch):
    def test_every_function_stands_beside_its_variant_with_equal_answers(self):
        done = compare("--threads", "1,2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        functions, _, _ = done.stdout.partition("\nWhat people use instead")
        for block in functions.split("\nwith ")[1:]:
            rows = {line.split()[0]: line.split() for line in block.splitlines() if line.startswith(tuple(PAIRS))}
            self.assertEqual({function: cells[1] for function, cells in rows.items()}, PAIRS)
            self.assertEqual([rows[function][-1] for function in MUST_BE_RIGHT], ["equal"] * len(MUST_BE_RIGHT))
        self.assertIn("\nwith 1 thread\n", done.stdout)
        self.assertIn("\nwith 2 threads\n", done.stdout)

    def test_the_json_file_has_every_round(self):
        file = self.folder / "peers.json"
        file.write_text("the former file")
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
            self.assertEqual(row["must_be_right"], row["function"] in MUST_BE_RIGHT)
            for side in "python", "cpp":
                self.assertEqual(len(row[f"{side}_seconds"]), 2)
                self.assertGreater(min(row[f"{side}_seconds"]), 0)
                if row["must_be_right"]:
                    self.assertEqual(row[f"{side}_answers"], [row["expected"]])

    def test_the_article_s_times_stand_beside_the_same_size_and_number_of_threads(self):
        done = compare("--threads", "2,8", library="wrong_article_variants", size="9999999", rounds="1")
        two, eight = done.stdout.split("\nwith ")[1:3]
        self.assertNotIn("article", two)
        self.assertRegex(eight, r"np_squared_diff +right +30\.9 ms ")
        self.assertRegex(eight, r"superfast +off_by_two +- ")
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)

    def test_a_wrong_answer_is_a_failure(self):
        done = compare("--threads", "2", library="wrong_article_variants")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        lines = done.stdout.partition("\nWhat people use instead")[0].splitlines()
        wrong = [number for number, line in enumerate(lines) if line.endswith(" differ")]
        self.assertEqual([lines[number].split()[1] for number in wrong], ["off_by_one"])
        self.assertEqual(lines[wrong[0] + 1], "    Python: 7200108; C++: 7200109")
        self.assertRegex(done.stdout, r"superfast +off_by_two .* wrong\n    Python: 0; C\+\+: 7200110\n")

    def test_without_numba_numpy_is_compared_alone(self):
        (self.folder / "numba.py").write_text("raise ImportError('Numba needs\\nanother NumPy')")
        done = compare("--threads", "2", "--json", self.folder / "peers.json", PYTHONPATH=str(self.folder))
        self.assertEqual(done.returncode, 0)
        message = "peers: Numba's functions are left out, because it cannot be loaded: Numba needs\n"
        self.assertEqual(done.stderr, message)
        content = json.loads((self.folder / "peers.json").read_text())
        self.assertIsNone(content["numba"])
        functions = [row["function"] for row in content["rows"]]
        self.assertEqual(functions, [function for function in PAIRS if not function.startswith("numba")])


class Alternatives(Scratch):
    def measured(self, *arguments, **options):
        """The exit status, both outputs, and the alternatives in the JSON file. Numba is hidden, because it compiles for
        seconds."""
        self.put("numba.py", "raise ImportError('not here')")
        file = self.folder / "peers.json"
        done = compare("--json", file, *arguments, PYTHONPATH=str(self.folder), **options)
        hidden = "peers: Numba's functions are left out, because it cannot be loaded: not here\n"
        errors = done.stderr.replace(hidden, "")
        found = json.loads(file.read_text())["alternatives"] if file.exists() else None
        return done.returncode, done.stdout, errors, found

    def put(self, module, text):
        file = self.folder / module
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def test_each_has_its_times_its_memory_and_its_answers(self):
        status, output, errors, found = self.measured("--threads", "1,2", size="1000003")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual([row["name"] for row in found["rows"]], 2 * NAMES)
        self.assertEqual(found["baseline"], NAMES[-1])
        for row in found["rows"]:
            is_parallel = row["name"].startswith(("Rust", "C++"))
            self.assertEqual(row["threads_used"], row["threads"] if is_parallel else 1)
            self.assertEqual(len(row["seconds"]), 2)
            self.assertGreater(min(row["seconds"]), 0)
            baseline = [other for other in found["rows"] if other["threads"] == row["threads"]][-1]
            self.assertEqual(row["baseline_seconds"], baseline["seconds"])
            self.assertEqual(row["expected"], {"int64": "36000108", "int32": "360001080000", "float32": "36000108"})
        self.check_answers(found["rows"])
        self.check_memory(found["rows"])
        text = output.partition("\nWhat people use instead: ")[2]
        self.assertTrue(text.startswith(", ".join(found["versions"])), text)
        self.assertEqual(text.count("< 1.00 MB"), 2 * len([name for name in NAMES if name not in TEMPORARIES]))
        self.assertRegex(text, r"\nNumPy dot\(d, d\) +36000108 +-?[0-9]+, wrong +[0-9.]+ ")

    def check_answers(self, rows):
        """NumPy's dot and einsum and numexpr keep 32 bits."""
        for row in rows:
            self.assertTrue(row["right"]["int64"] and row["right"]["float32"], row)
            self.assertEqual(row["right"]["int32"], row["name"] not in ONLY_32_BITS, row)
            self.assertEqual("int32" in row["must_be_right"], row["right"]["int32"], row)
            if row["name"] in ONLY_32_BITS:
                self.assertEqual(row["answers"]["int32"], [str((360001080000 + 2**31) % 2**32 - 2**31)])

    def check_memory(self, rows):
        for row in rows:
            if row["peak_memory"] is not None:
                temporaries = TEMPORARIES.get(row["name"], 0) * 8 * 1_000_003
                self.assertAlmostEqual(row["peak_memory"], temporaries, delta=peak_memory.RESOLUTION, msg=row["name"])

    def test_what_is_missing_is_left_out(self):
        self.put("numexpr.py", "raise ImportError('numexpr needs\\nanother NumPy')")
        self.put("scipy/__init__.py", "import no_such_module")
        self.put("rustc", "#!/bin/sh\necho 'warning: old' >&2\necho 'error: this rustc\x1b is broken' >&2\nexit 1\n")
        (self.folder / "rustc").chmod(0o755)
        status, _, errors, found = self.measured("--threads", "2", PATH=str(self.folder))
        self.assertEqual(status, 0)
        self.assertEqual([row["name"] for row in found["rows"]],
                         ["NumPy sum((a - b)**2)", "NumPy dot(d, d)", "NumPy einsum", "C++ omp_reduction"])
        numexpr, scipy, scope, rayon = errors.splitlines()
        self.assertEqual(numexpr, "peers: numexpr is left out, because it cannot be loaded: numexpr needs")
        installs = "is not installed; 'make setup FOR=peers' installs it"
        self.assertEqual(scipy, "peers: SciPy sqeuclidean is left out, because Python's module no_such_module "
                                f"{installs}")
        self.assertEqual(scope, "peers: Rust std::thread::scope is left out, because rustc failed: "
                                r"error: this rustc\x1b is broken")
        self.assertIn(rayon, [f"peers: Rust rayon is left out, because {what} {installs}"
                              for what in ("cargo", "its source code")])

    def test_rust_is_left_out_if_its_folder_cannot_be_written_to(self):
        self.put("file", "not a folder")
        _, _, errors, found = self.measured("--threads", "1", "--rust", self.folder / "file")
        reason = f"because --rust: '{self.folder}/file' cannot be written to"
        self.assertIn(f"peers: Rust std::thread::scope is left out, {reason}\n", errors)
        self.assertEqual([row["name"] for row in found["rows"]], [name for name in NAMES if "Rust" not in name])

    def test_a_wrong_answer_is_a_failure(self):
        self.put("scipy/spatial/distance.py", "def sqeuclidean(a, b): return len(a) * 36.5")
        self.put("scipy/__init__.py", "__version__ = '0'")
        status, output, errors, found = self.measured("--threads", "2")
        self.assertEqual((status, errors), (1, ""))
        self.assertRegex(output, r"\nSciPy sqeuclidean( +7300109\.5, wrong){3} +1\.4%\n")
        row = next(row for row in found["rows"] if row["name"] == "SciPy sqeuclidean")
        self.assertEqual(row["right"], {"int64": False, "int32": False, "float32": False})

    def test_one_that_ends_its_process(self):
        self.put("numexpr.py", "import os\n__version__ = '0'\nget_num_threads = lambda: os._exit(3)\n")
        status, output, errors, found = self.measured("--threads", "2")
        self.assertEqual((status, output, found), (2, "", None))
        self.assertEqual(errors, "peers: numexpr: the process that calls it ended with status 3\n")


class Arithmetic(unittest.TestCase):
    def test_rust_and_cpp_wrap_around_as_numpy_does(self):
        random = np.random.default_rng(1)
        for one in alternatives.alternatives(str(LIBRARIES / "libarticle_variants.so"), RUST):
            if one.name in NAMES and one.name.startswith(("Rust", "C++")):
                _, call = one.load()
                for type, length, threads in itertools.product((np.int64, np.int32), (0, 1, 2, 1001), (1, 2, 8)):
                    bounds = np.iinfo(type)
                    a, b = random.integers(bounds.min, bounds.max, (2, length), type, endpoint=True)
                    with self.subTest(one.name, type=type, length=length, threads=threads):
                        self.assertEqual(call(a, b, threads), np.sum((a - b) ** 2))


class PeakMemory(unittest.TestCase):
    def setUp(self):
        if peak_memory.of_one_call(lambda: None) is None:
            self.skipTest("Linux does not tell the peak here")

    def test_it_is_what_one_call_needs_at_the_same_time(self):
        def call():
            for size in 40_000_000, 10_000_000:
                bytearray(size)

        self.assertAlmostEqual(peak_memory.of_one_call(call), 40_000_000, delta=peak_memory.RESOLUTION)

    def test_memory_that_was_freed_before_counts_again(self):
        def call():
            return [bytearray(100_000) for _ in range(200)]  # which malloc keeps

        self.assertAlmostEqual(peak_memory.of_one_call(call), 20_000_000, delta=peak_memory.RESOLUTION)

    def test_without_the_system_s_files_it_is_not_available(self):
        for name in "CLEAR", "STATUS":
            with unittest.mock.patch.object(peak_memory, name, Path("/none/such")):
                self.assertIsNone(peak_memory.of_one_call(lambda: None))


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
        self.refused("unrecognized arguments: --speed; --help lists the arguments", "--speed")

    def test_what_an_argument_says_is_shown_escaped(self):
        self.refused(r"--size: '1\x1b[31m\n\udcff' is not a whole number from 1 to 1000000000000",
                     "--size", b"1\x1b[31m\n\xff")

    def test_more_memory_than_there_is(self):
        done = compare("--size", "1000000000000")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        message = r"\Apeers: --size: '1000000000000' needs 72000\.0 GB of memory, but only \d+\.\d GB is free\n\Z"
        self.assertRegex(done.stderr, message)

    def test_libraries_that_cannot_be_used(self):
        message = "does not exist; 'make program-article_variants' builds it"
        self.refused(f"--library: '{LIBRARIES}/libnone.so' {message}", library="none")
        done = compare("--library", __file__)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        beginning = f"peers: --library: '{__file__}' is not the library of the variants: "
        self.assertTrue(done.stderr.startswith(beginning) and done.stderr.count("\n") == 1, done.stderr)
        self.refused("right: it cannot count to seven", "--threads", "7", library="wrong_article_variants")

    def test_a_json_file_that_cannot_be_written(self):
        file = self.folder / "none" / "peers.json"
        self.refused(f"--json: '{file}' cannot be written: No such file or directory", "--json", file)
        # The program refuses it before it starts the work, in which this library would fail.
        self.refused(f"--json: '{self.folder}' cannot be written: Is a directory", "--json", self.folder,
                     "--threads", "7", library="wrong_article_variants")

    def test_output_that_cannot_be_written(self):
        command = [sys.executable, "-B", PROGRAM, "--size", "1000", "--rounds", "1"]
        command += ["--threads", "1", "--library", LIBRARIES / "libarticle_variants.so", "--rust", RUST]
        with open("/dev/full", "w") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual((done.returncode, done.stderr), (2, "peers: standard output cannot be written to\n"))


class Rounds(unittest.TestCase):
    def test_turns_alternate_and_the_first_round_does_not_count(self):
        turns = []

        def timed(name):
            return rounds.Timed(lambda: (turns.append(name), (float(len(turns)), {name}))[1])

        groups = [[timed("a"), timed("b")], [timed("c")]]
        rounds.run(groups, 2, unittest.mock.Mock())
        self.assertEqual("".join(turns), "bacabcbac")
        self.assertEqual([one.seconds for group in groups for one in group], [[4.0, 8.0], [5.0, 7.0], [6.0, 9.0]])
        self.assertEqual(groups[0][0].answers, {"a"})


class Judged(unittest.TestCase):
    def test_integers_must_be_exact(self):
        for type in "int64", "int32":
            self.assertTrue(alternative_rows.is_right(type, ["9007199254740993"], "9007199254740993", 9))
            self.assertTrue(alternative_rows.is_right(type, ["36.0"], "36", 1))
            self.assertFalse(alternative_rows.is_right(type, ["9007199254740992.0"], "9007199254740993", 9))
            self.assertFalse(alternative_rows.is_right(type, ["36", "35"], "36", 1))

    def test_float32_may_be_off_by_what_additions_lose(self):
        size = 2**20  # so the bound is 6.25 %
        self.assertTrue(alternative_rows.is_right("float32", ["94.0", "100.0"], "100", size))
        self.assertFalse(alternative_rows.is_right("float32", ["93.0", "100.0"], "100", size))
        self.assertFalse(alternative_rows.is_right("float32", ["nan"], "100", size))
        self.assertFalse(alternative_rows.is_right("float32", ["35.0"], "36", 1))

    def test_the_exact_sum_is_that_of_the_numbers_in_the_arrays(self):
        a = np.array([2**24 + 1] * 200_001, dtype=np.float32)  # rounded to 2**24
        b = np.array([2**24 - 2] * 200_001, dtype=np.float32)
        self.assertEqual(article_arrays.exact_sum(a, b), 200_001 * 4)
        a = np.array([2**31 - 1], dtype=np.int32)
        self.assertEqual(article_arrays.exact_sum(a, np.array([0], dtype=np.int32)), (2**31 - 1)**2)


class Text(unittest.TestCase):
    def test_the_tables_of_alternatives_are_as_wide_as_a_terminal(self):
        row = {"name": "Rust std::thread::scope", "threads": 8, "threads_used": 8, "seconds": [0.0123, 0.0124, 0.0125],
               "baseline_seconds": [0.1, 0.1, 0.1], "peak_memory": 160e6, "float32_error": 0.0904,
               "answers": {"int64": ["359999964.0"], "int32": ["-1013364032"], "float32": ["334913056.0"]},
               "right": {"int64": True, "int32": False, "float32": True}}
        costs, answers = alternatives_table.costs([row], 1e6), alternatives_table.answers([row])
        self.assertLessEqual(max(map(len, (costs + answers).splitlines())), 80)
        self.assertRegex(costs, r"\nRust std::thread::scope +8  12\.4 ms ±0\.8%  0\.12× ±0\.8% +160 MB\n")
        self.assertRegex(answers, r"\nRust std::thread::scope +359999964\.0 +-1013364032, wrong +334913056\.0 +9\.0%\n")

    def test_cells_of_alternatives(self):
        row = {"answers": {"float32": ["1.0", "2.0", "3.0"]}, "right": {"float32": True}}
        self.assertEqual(alternatives_table.answer(row, "float32"), "1.0 and 2 more")
        self.assertEqual([alternatives_table.error(value) for value in (0, 1.1e-8, 0.0904)], ["0", "1.1e-08", "9.0%"])
        self.assertEqual([quantities.memory_of_call(value, 1e6) for value in (None, 4096, 1e6, 160e6)],
                         ["n/a", "< 1.00 MB", "1.00 MB", "160 MB"])

    def test_a_ratio_is_the_median_of_the_rounds_ratios(self):
        cells = side_by_side.cells({"function": "f", "variant": "v", "article_seconds": None, "expected": "4",
                                    "python_seconds": [2e-3, 30e-3, 4e-3], "cpp_seconds": [1e-3, 10e-3, 4e-3],
                                    "python_answers": ["4"], "cpp_answers": ["4"]})
        self.assertEqual(cells, ["f", "v", "-", "4.00 ms ±50%", "4.00 ms ±75%", "2.00× ±50%", "equal"])

    def test_verdicts(self):
        def verdict(python, cpp):
            return side_by_side.verdict({"expected": "4", "python_answers": python, "cpp_answers": cpp})

        self.assertEqual(verdict(["4"], ["4"]), "equal")
        self.assertEqual(verdict(["4"], ["3", "4"]), "differ")
        self.assertEqual(verdict(["3"], ["4"]), "differ")
        self.assertEqual(verdict(["3"], ["3"]), "wrong")

    def test_the_rest_of_many_answers_is_counted(self):
        self.assertEqual(side_by_side.first_of(["1", "2", "3", "4", "5", "6"]), "1, 2, 3 and 3 more")


if __name__ == "__main__":
    unittest.main()
