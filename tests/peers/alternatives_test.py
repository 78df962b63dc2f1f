"""What people use instead:   alternatives_test.py FOLDER RUST MODULE"""

import importlib.util
import itertools
import json
import os
import shutil
import subprocess
import sys
import unittest

from program import LIBRARIES, PYTHON_MODULE, RUST, Scratch, compare

import alternatives
import numpy as np
import peak_memory
import rust_libraries

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
        "C++ at_the_limit": any(PYTHON_MODULE.glob("at_the_limit.*.so")),
    }.get(name, True)


NAMES = [one.name for one in alternatives.alternatives("", "", "") if is_installed(one.name)]


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
        status, _, errors, found = self.measured("--threads", "2", "--python-module", self.folder / "none",
                                                 PATH=str(self.folder))
        self.assertEqual(status, 0)
        self.assertEqual([row["name"] for row in found["rows"]],
                         ["NumPy sum((a - b)**2)", "NumPy dot(d, d)", "NumPy einsum", "C++ omp_reduction"])
        numexpr, scipy, scope, rayon, at_the_limit = errors.splitlines()
        self.assertEqual(numexpr, "peers: numexpr is left out, because it cannot be loaded: numexpr needs")
        installs = "is not installed; 'make setup FOR=peers' installs it"
        self.assertEqual(scipy, "peers: SciPy sqeuclidean is left out, because Python's module no_such_module "
                                f"{installs}")
        self.assertEqual(scope, "peers: Rust std::thread::scope is left out, because rustc failed: "
                                r"error: this rustc\x1b is broken")
        self.assertIn(rayon, [f"peers: Rust rayon is left out, because {what} {installs}"
                              for what in ("cargo", "its source code")])
        self.assertEqual(at_the_limit, "peers: C++ at_the_limit is left out, because Python's module at_the_limit is "
                                       "not installed; 'make python' builds it")

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
        for one in alternatives.alternatives(str(LIBRARIES / "libarticle_variants.so"), RUST, PYTHON_MODULE):
            if one.name in NAMES and one.name.startswith(("Rust", "C++")):
                _, call = one.load()
                for type, length, threads in itertools.product((np.int64, np.int32), (0, 1, 2, 1001), (1, 2, 8)):
                    bounds = np.iinfo(type)
                    a, b = random.integers(bounds.min, bounds.max, (2, length), type, endpoint=True)
                    with self.subTest(one.name, type=type, length=length, threads=threads):
                        self.assertEqual(call(a, b, threads), np.sum((a - b) ** 2))

    def test_at_the_limit_uses_as_many_threads_as_the_others(self):
        if "C++ at_the_limit" not in NAMES:
            self.skipTest("the module is not built")
        program = (f"import os, sys; sys.path[1:1] = {sys.path[:2]}\n"
                   "import alternatives, numpy\n"
                   f"wanted = alternatives.alternatives('', '', '{PYTHON_MODULE}')\n"
                   "_, call = next(one for one in wanted if one.name == 'C++ at_the_limit').load()\n"
                   "x = numpy.ones(100_000)\n"
                   "for threads in 1, 2, 5:\n"
                   "    call(x, x, threads)\n"
                   "    print(len(os.listdir('/proc/self/task')), end=' ')")
        done = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True,
                              env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})
        self.assertEqual((done.stdout, done.stderr), ("1 2 5 ", ""))


if __name__ == "__main__":
    unittest.main()
