"""at_the_limit for NumPy arrays:   python_test.py FOLDER

FOLDER contains the module.
"""

import _thread
import doctest
import inspect
import math
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FOLDER = Path(sys.argv.pop(1)).resolve()
sys.path.insert(1, str(FOLDER))

import at_the_limit
import numpy as np

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/at_the_limit.md"
TYPES = [np.int64, np.int32, np.float64, np.float32]
LENGTHS = [0, 1, 2, 1001, 16_896, 16_897, 33_793, 100_003]  # around one block, and more than one thread sums

# Each function and what it is in NumPy, whose integers wrap in the same way.
OF_ONE = {
    at_the_limit.sum: lambda x: np.sum(x),
    at_the_limit.sum_of_squares: lambda x: np.sum(x * x),
}
OF_TWO = {
    at_the_limit.dot: lambda x, y: np.sum(x * y),
    at_the_limit.squared_distance: lambda x, y: np.sum((x - y)**2),
}


def results(x, y):
    """What all functions return. repr shows the type and every bit."""
    return [repr(function(x)) for function in OF_ONE] + [repr(function(x, y)) for function in OF_TWO]


def random_arrays(type, shape):
    random = np.random.default_rng(1)
    if np.issubdtype(type, np.integer):
        bounds = np.iinfo(type)
        return tuple(random.integers(bounds.min, bounds.max, (2, *shape), type, endpoint=True))
    return tuple(random.standard_normal((2, *shape)).astype(type))


def run(program, **environment):
    """What a Python program prints."""
    environment = {**os.environ, "PYTHONPATH": str(FOLDER), **environment}
    done = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True, env=environment,
                          timeout=300)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


class Sums(unittest.TestCase):
    def test_integers_are_exact_and_wrap_as_numpys_do(self):
        for type in np.int64, np.int32, np.longlong, np.intc:
            for length in LENGTHS:
                x, y = random_arrays(type, (length,))
                for function, expected in OF_ONE.items():
                    self.check_integer(function, expected, x)
                for function, expected in OF_TWO.items():
                    self.check_integer(function, expected, x, y)

    def check_integer(self, function, expected, *arrays):
        with self.subTest(function.__name__, type=arrays[0].dtype, length=len(arrays[0])):
            answer = function(*arrays)
            self.assertIs(type(answer), int)
            self.assertEqual(answer, expected(*arrays))

    def test_floats_have_their_own_type_and_lose_little(self):
        for dtype, returned in (np.float64, float), (np.float32, np.float32):
            for length in LENGTHS:
                x, y = random_arrays(dtype, (length,))
                terms = [(at_the_limit.sum, [x], x), (at_the_limit.sum_of_squares, [x], x * x),
                         (at_the_limit.dot, [x, y], x * y), (at_the_limit.squared_distance, [x, y], (x - y)**2)]
                for function, arrays, term in terms:
                    with self.subTest(function.__name__, dtype=dtype, length=length):
                        answer = function(*arrays)
                        self.assertIs(type(answer), returned)
                        # log2 of the length is at most 17, and a term may be rounded twice.
                        bound = 20 * np.finfo(dtype).eps * math.fsum(abs(term))
                        self.assertLessEqual(abs(float(answer) - math.fsum(term)), bound)

    def test_empty_arrays_give_zero(self):
        for shape in (0,), (3, 0):
            for type, zero in zip(TYPES, (0, 0, 0.0, np.float32(0))):
                x = np.empty(shape, type)
                self.assertEqual(results(x, x), 4 * [repr(zero)])

    def test_any_number_of_threads_gives_the_same_bits(self):
        program = (f"import sys; sys.argv = ['', '{FOLDER}']; sys.path.insert(0, '{Path(__file__).parent}')\n"
                   "from python_test import TYPES, random_arrays, results\n"
                   "for type in TYPES: print(results(*random_arrays(type, (1_000_003,))))")
        printed = [run(program, OMP_NUM_THREADS=threads) for threads in ("1", "2", "3", "8", "100")]
        self.assertEqual(printed[0].count("\n"), 4)
        self.assertEqual(set(printed), {printed[0]})


class Arrays(unittest.TestCase):
    def check_same(self, type, expected, x, y, **details):
        with self.subTest(type=type, **details):
            self.assertEqual(results(x, y), expected)

    def test_the_place_in_memory_does_not_matter(self):
        for type in TYPES:
            x, y = random_arrays(type, (50_001,))
            expected = results(x, y)
            for offset in range(1, 17):  # elements
                moved = np.concatenate([np.zeros(offset, type), x])[offset:]
                self.check_same(type, expected, moved, y, offset=offset)
            for offset in range(1, x.itemsize):  # bytes
                moved = np.frombuffer(bytes(offset) + x.tobytes(), type, offset=offset)
                self.assertFalse(moved.flags.aligned)
                self.check_same(type, expected, moved, y, bytes=offset)

    def test_the_order_of_the_elements_is_that_of_c(self):
        for type in TYPES:
            x, y = random_arrays(type, (40, 30, 50))
            expected = results(x.ravel(), y.ravel())
            self.check_same(type, expected, x, y, layout="C")
            self.check_same(type, expected, np.asfortranarray(x), y, layout="Fortran")
            self.check_same(type, expected, x, np.repeat(y, 2, axis=2)[:, :, ::2], layout="every other")
            self.check_same(type, expected, x[::-1].copy()[::-1], y, layout="backwards")
        x = np.broadcast_to(np.float32(0.1), (300, 200))
        self.assertEqual(results(x, x), results(x.copy(), x.copy()))

    def test_arrays_without_a_dimension(self):
        self.assertEqual(results(np.array(5), np.array(3)), ["5", "25", "15", "4"])

    def test_read_only_arrays_and_mapped_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for type in TYPES:
                x, y = random_arrays(type, (50_001,))
                expected = results(x, y)
                np.save(f"{folder}/x.npy", x)
                self.check_same(type, expected, np.load(f"{folder}/x.npy", mmap_mode="r"), y)
                x.flags.writeable = False
                self.check_same(type, expected, x, y)

    def test_contiguous_arrays_are_not_copied(self):
        """There is no memory for a copy, and other arrays need one."""
        run("""
import re, resource
import at_the_limit, numpy as np

def sums(x, y):
    one = at_the_limit.sum(x), at_the_limit.sum_of_squares(x)
    return *one, at_the_limit.dot(x, y), at_the_limit.squared_distance(x, y)

sums(np.ones(100_000), np.ones(100_000))
arrays = [np.zeros(2**27, np.byte).view(type) for type in (np.int64, np.int32, np.float64, np.float32)]
with open("/proc/self/status") as status:
    in_use = 1024 * int(re.search(r"VmSize:\\s*(\\d+) kB", status.read())[1])
resource.setrlimit(resource.RLIMIT_AS, (in_use + 2**25, resource.RLIM_INFINITY))
for x in arrays:
    for y in x, x.reshape(2, 32, -1), x[1:], x[:-1]:
        assert sums(y, y) == (0, 0, 0, 0)
    for y in x[::2], x.reshape(2, -1).T, x.view(np.byte)[1:1 - x.itemsize].view(x.dtype):
        try:
            at_the_limit.sum(y)
        except MemoryError:
            continue
        raise AssertionError(f"there was memory for a copy of {y.shape} elements of type {y.dtype}")
""", OMP_NUM_THREADS="1")


class Processes(unittest.TestCase):
    def test_other_threads_of_python_run_during_a_sum(self):
        x = np.ones(10_000_000)
        has_run = False

        def other():
            nonlocal has_run
            has_run = True

        self.addCleanup(sys.setswitchinterval, sys.getswitchinterval())
        sys.setswitchinterval(1_000_000)  # seconds: only a call that releases the lock lets the other thread run
        _thread.start_new_thread(other, ())
        for _ in range(1000):  # until the system lets it run during a call
            if has_run:
                return
            at_the_limit.sum(x)
        self.fail("the other thread had to wait")

    def test_a_forked_process_does_not_wait_for_threads_that_it_does_not_have(self):
        program = """
import os, signal
import at_the_limit, numpy as np
x = np.random.default_rng(1).standard_normal(1_000_003)
print(at_the_limit.sum(x), flush=True)
child = os.fork()
if child: os.waitpid(child, 0)  # only then prints its own line
else: signal.alarm(100)  # ends it if it waits
print(at_the_limit.sum(x), flush=True)
"""
        answers = run(program, OMP_NUM_THREADS="4").splitlines()
        self.assertEqual(len(answers), 3)
        self.assertEqual(len(set(answers)), 1)


class Refusals(unittest.TestCase):
    def refused(self, error, message, function, *arguments):
        with self.assertRaises(error) as raised:
            function(*arguments)
        self.assertEqual(str(raised.exception), f"at_the_limit.{function.__name__}: {message}")

    def refused_by_all(self, bad, message):
        """Every function refuses it, as x and as y."""
        for function in OF_ONE:
            self.refused(TypeError, f"x {message}", function, bad)
        for function in OF_TWO:
            self.refused(TypeError, f"x {message}", function, bad, np.ones(3))
            self.refused(TypeError, f"y {message}", function, np.ones(3), bad)

    def test_what_is_not_an_array(self):
        for bad, name in (([1.0], "list"), (None, "NoneType"), (1.5, "float"), (np.float64(1.5), "float64"),
                          (np.ma.ones(3), "MaskedArray"), (np.ones(3).view(np.recarray), "recarray"),
                          (type("a\nb", (), {})(), r"a\nb")):
            message = f"is of the type '{name}'; it must be a numpy.ndarray of int64, int32, float64 or float32"
            self.refused_by_all(bad, message)

    def test_other_dtypes(self):
        for bad in ("float16", "complex128", "object", ">i8", ">f4", "int16", "uint64", "bool", "longdouble", "<U3",
                    "timedelta64[s]", "datetime64[ns]", "complex64", [("a\n", "<i8")]):
            x = np.zeros(3, bad)
            message = f"has the dtype {x.dtype}; it must be int64, int32, float64 or float32"
            self.assertNotIn("\n", message)
            self.refused_by_all(x, message)

    def test_two_arrays_that_differ(self):
        for function in OF_TWO:
            for x, y in (np.float64, np.int64), (np.float32, np.float64), (np.int32, np.int64), (np.int32, np.float32):
                message = f"x has the dtype {np.dtype(x)} and y {np.dtype(y)}; both must have the same"
                self.refused(TypeError, message, function, np.ones(3, x), np.ones(3, y))
            for x, y in ((3,), (4,)), ((2, 3), (6,)), ((2, 3), (3, 2)), ((), (1,)), ((3,), (1,)):
                message = f"x has the shape {x} and y {y}; both must have the same"
                self.refused(ValueError, message, function, np.ones(x), np.ones(y))

    def test_two_names_of_one_type_are_the_same_dtype(self):
        self.assertEqual(at_the_limit.dot(np.ones(3, np.longlong), np.ones(3, np.int_)), 3)

    def test_missing_arguments(self):
        with self.assertRaisesRegex(TypeError, "incompatible function arguments"):
            at_the_limit.dot(np.ones(3))
        self.assertEqual(at_the_limit.dot(y=np.ones(3), x=np.ones(3)), 3)


class Documents(unittest.TestCase):
    def test_the_session_in_the_document(self):
        blocks = re.findall(r"^```pycon\n(.*?)^```$", DOCUMENT.read_text(), re.MULTILINE | re.DOTALL)
        test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, DOCUMENT.name, str(DOCUMENT), 0)
        self.assertGreaterEqual(len(test.examples), 5)
        printed = []
        self.assertEqual(doctest.DocTestRunner().run(test, out=printed.append).failed, 0, "".join(printed))

    def test_help_names_the_arguments(self):
        for function in [*OF_ONE, *OF_TWO]:
            self.assertEqual(str(inspect.signature(function)), "(x)" if function in OF_ONE else "(x, y)")
            self.assertRegex(function.__doc__, r"\AThe sum of .*\.\n*\Z")


if __name__ == "__main__":
    unittest.main()
