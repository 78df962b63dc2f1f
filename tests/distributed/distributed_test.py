"""The reductions over MPI:   [QUICK=1] distributed_test.py BUILD

BUILD is a build folder with MPI. Each check starts a way on several ranks, which judges its own answers.
"""

import json
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(sys.argv.pop(1)).resolve()
sys.path[1:1] = [str(ROOT / "tests" / "at_the_limit"), str(ROOT / "src" / "distributed")]
import specification
import table

MPIEXEC = (BUILD / "distributed" / "mpiexec.txt").read_text().strip()
LAUNCH = ROOT / "src" / "distributed" / "launch.sh"
RIGHT = sorted(path.stem for path in (ROOT / "src" / "distributed" / "right").glob("*.cpp"))
WRONG = sorted(path.stem for path in (ROOT / "src" / "distributed" / "wrong").glob("*.cpp"))
QUICK = bool(os.environ.get("QUICK"))  # each way in few settings
LIMIT = 240  # seconds in which a check must end, on the busiest machine


def program(name):
    return str(BUILD / "distributed" / name)


def start(*command, **environment):
    """The exit status, the lines of standard output, and those of standard error that are not mpiexec's."""
    done = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=LIMIT, env={**os.environ, **environment})
    errors = [line for line in done.stderr.splitlines() if line.split(":")[0] in (*RIGHT, *WRONG, "ping_pong")]
    return done.returncode, done.stdout.splitlines(), errors


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def result(self, way, ranks, *arguments, **environment):
        file = self.folder / "result.json"
        file.unlink(missing_ok=True)
        status, output, errors = start(LAUNCH, MPIEXEC, ranks, program(way), "--json", file, *arguments, **environment)
        self.assertTrue(file.exists(), f"{way} with {ranks} ranks and {arguments}: status {status}, {output}, {errors}")
        result = json.loads(file.read_text())
        self.assertEqual(status, int(way in RIGHT and result["wrong"] + result["control_wrong"] > 0))
        return result

    def arrays(self, size, type, name=""):
        """Two files of random numbers, and their elements."""
        paths = [self.folder / f"{name}{part}.npy" for part in "ab"]
        for seed, path in enumerate(paths):
            np.save(path, np.random.default_rng(seed).standard_normal(size).astype(type))
        return paths, [np.load(path) for path in paths]


CASES = ((4, 3, "float64"), (3, 1, "float32"), (2, 16_897, "int32"), (3, 67_589, "int64"))


class RightWays(Folder):
    def test_awkward_sizes(self):
        for way in RIGHT:
            for ranks, size, type in CASES[-1:] if QUICK else CASES:
                with self.subTest(way, ranks=ranks, size=size, type=type):
                    result = self.result(way, ranks, "--size", size, "--type", type, "--repetitions", 3)
                    self.assertEqual((result["wrong"], result["control_wrong"]), (0, 0))
                    self.assertGreaterEqual(result["control_runs"], 5)
                    self.assertEqual(set(result["answers"]), {result["expected"]})
                    self.assertEqual(result["ranks"], ranks)

    @unittest.skipIf(QUICK, "quick")
    def test_no_elements(self):
        paths, _ = self.arrays(0, "int64")
        for way in RIGHT:
            with self.subTest(way):
                self.assertEqual(set(self.result(way, 3, *paths)["answers"]), {"0"})

    def test_parts_of_different_lengths(self):
        for way in RIGHT:
            with self.subTest(way):
                result = self.result(way, 4, "--size", 50_021, "--shares", "0,5,1,0", "--repetitions", 3)
                self.assertEqual((result["wrong"], result["control_wrong"]), (0, 0))

    @unittest.skipIf(QUICK, "quick")
    def test_files(self):
        paths, (a, b) = self.arrays(10_007, "float64")
        for way in RIGHT:
            with self.subTest(way):
                result = self.result(way, 3, *paths, "--repetitions", 3)
                self.assertEqual((result["wrong"], result["control_wrong"]), (0, 0))
                self.assertAlmostEqual(float(result["answers"][0]), float(np.sum((a - b) ** 2)), delta=1e-9)
                self.assertEqual(len(set(result["answers"])), 1, "all ranks must have the same bits")

    def test_all_ranks_have_the_answer_if_they_should(self):
        self.assertEqual(len(self.result("mpi_allreduce", 3, "--size", 1000)["answers"]), 3)
        self.assertEqual(len(self.result("mpi_reduce", 3, "--size", 1000)["answers"]), 1)


class Bits(Folder):
    def test_fixed_tree_over_ranks_has_the_bits_of_at_the_limit(self):
        types = (("float64", specification.float64, "d"), ("float32", specification.float32, "f"))
        for type, fit, code in types[-1:] if QUICK else types:
            paths, (a, b) = self.arrays(100_003, type, type)
            terms = [fit(fit(x - y) * fit(x - y)) for x, y in zip(map(float, a), map(float, b))]
            bits = struct.pack(f">{code}", specification.sum_of_terms(terms, fit)).hex().lstrip("0")
            cases = ((1, 1, ()), (2, 1, ()), (3, 2, ()), (5, 2, ()), (3, 1, ("--shares", "1,1,40")),
                     (4, 1, ("--shares", "400,1,1,1")), (4, 1, ("--shares", "1,0,7,3")))
            for ranks, threads, shares in cases[-1:] if QUICK else cases:
                with self.subTest(type, ranks=ranks, threads=threads, shares=shares):
                    result = self.result("fixed_tree_over_ranks", ranks, *paths, *shares, "--repetitions", 3,
                                         OMP_NUM_THREADS=str(threads))
                    self.assertEqual(result["bits"], bits)

    def test_ways_that_do_not_depend_on_the_run_repeat_their_bits(self):
        paths, _ = self.arrays(100_003, "float32")
        repeat = {"nothing": [], "threads": [], "run": []}
        for way in RIGHT:
            results = [self.result(way, 3, *paths)]
            if results[0]["depends_on"] != "run":
                results += [self.result(way, 3, *paths) for _ in range(2)]
            repeat[results[0]["depends_on"]].append(way)
            self.assertEqual(len({result["bits"] for result in results}), 1, way)
        self.assertEqual((repeat["nothing"], repeat["threads"]), (["fixed_tree_over_ranks"], ["mpi_reduce_local"]))

    @unittest.skipIf(QUICK, "quick")
    def test_other_bits_depend_on_the_ranks(self):  # so the test above can fail
        paths, _ = self.arrays(100_003, "float32")
        bits = {self.result("mpi_reduce_local", ranks, *paths)["bits"] for ranks in (1, 2, 3, 4, 5)}
        self.assertGreater(len(bits), 1)


class WrongWays(Folder):
    def is_wrong(self, way, ranks, *arguments):
        result = self.result(way, ranks, *arguments)
        self.assertGreater(result["wrong"] + result["control_wrong"], 0)
        return result

    def test_those_that_are_always_wrong(self):
        result = self.is_wrong("everything_on_every_rank", 3, "--size", 1000)
        self.assertEqual(result["answers"], ["108000"] * 3)
        self.assertEqual(self.is_wrong("read_off_the_root", 3, "--size", 1000)["answers"], ["36000", "0", "0"])
        self.assertEqual(self.is_wrong("last_elements_lost", 3, "--size", 1000)["answers"], ["35964"] * 3)

    def test_a_type_too_narrow_is_wrong_when_the_sum_no_longer_fits(self):
        np.save(self.folder / "a.npy", np.full(6000, 1000))
        np.save(self.folder / "b.npy", np.zeros(6000, dtype=np.int64))
        result = self.is_wrong("type_too_narrow", 4, self.folder / "a.npy", self.folder / "b.npy")
        self.assertEqual((result["expected"], result["answers"][0]), ("6000000000", "1705032704"))
        self.assertEqual(self.result("type_too_narrow", 4, "--size", 1000)["wrong"], 0)

    def is_wrong_at_some_time(self, way):
        for _ in range(20):  # until two ranks have met
            result = self.result(way, 2 if QUICK else 4, "--size", 100_003, "--repetitions", 20)
            if result["wrong"] + result["control_wrong"] > 0:
                return
        self.fail(f"{way} was always right")

    def test_get_then_put_loses_updates(self):
        self.is_wrong_at_some_time("get_then_put")

    def test_a_total_that_is_read_before_the_wait_is_wrong(self):
        self.is_wrong_at_some_time("read_before_wait")

    def test_roots_that_differ_end_by_the_time_limit_or_are_wrong(self):
        result = table.run(BUILD, "roots_differ", 3, ["--size", "1000"], 3)
        self.assertTrue("ended" in result or result["wrong"] + result["control_wrong"] > 0, result)
        self.assertNotEqual(result.get("ended"), "not done after 33 s")  # it could not even end itself

    def test_the_others_end(self):
        for way in ("reduced_in_any_order", "reduced_by_all_threads"):
            result = table.run(BUILD, way, 4, ["--size", "1000"], 10)
            self.assertNotEqual(result.get("ended"), "not done after 40 s", way)  # it could not even end itself


class BadInput(Folder):
    def refused(self, message, *command):
        status, output, errors = start(LAUNCH, MPIEXEC, *command)
        self.assertEqual((status, output, errors), (2, [], [message]))

    def with_others_on(self, rank, arguments):
        """A program that is mpi_reduce with other arguments on one rank."""
        script = self.folder / "mpi_reduce.sh"
        others = " ".join(map(str, arguments))
        script.write_text(f"#!/bin/sh\n[ ${{OMPI_COMM_WORLD_RANK:-$PMI_RANK}} != {rank} ] || set -- {others}\n"
                          f"exec '{program('mpi_reduce')}' \"$@\"\n")
        script.chmod(0o755)
        return script

    def test_arguments(self):
        way = program("mpi_reduce")
        self.refused("mpi_reduce: --size: 'x' is not a whole number from 1 to 1000000000000", 3, way, "--size", "x")
        self.refused("mpi_reduce: --shares: 2 numbers for 3 ranks; it takes one for each", 3, way, "--shares", "1,2")
        self.refused("mpi_reduce: --shares: all are 0; one of them must be positive", 2, way, "--shares", "0,0")

    def test_arrays_that_fit_each_rank_and_not_all_together(self):
        available = next(int(line.split()[1]) for line in Path("/proc/meminfo").read_text().splitlines()
                         if line.startswith("MemAvailable"))
        size = available * 1024 * 5 // 8 // 16  # the root needs 5/8 + 5/16 of the memory, and the other rank 5/16
        status, output, errors = start(LAUNCH, MPIEXEC, 2, program("mpi_reduce"), "--size", size)
        self.assertEqual((status, output, len(errors)), (2, [], 1))
        self.assertIn("the ranks of this node need", errors[0])

    def test_a_file_that_is_missing(self):
        self.refused(f"mpi_reduce: '{self.folder}/a.npy': cannot be read: No such file or directory", 3,
                     program("mpi_reduce"), self.folder / "a.npy", self.folder / "b.npy")

    def test_a_file_that_is_missing_on_one_rank(self):
        paths, _ = self.arrays(100, "float64")
        self.refused(f"mpi_reduce: rank 2: '{self.folder}/c.npy': cannot be read: No such file or directory", 3,
                     self.with_others_on(2, [self.folder / "c.npy", paths[1]]), *paths)

    def test_ranks_that_disagree(self):
        a, _ = self.arrays(100, "float64", "long")
        b, _ = self.arrays(99, "float64", "short")
        c, _ = self.arrays(100, "float32", "other")
        for other, text in ((b, "99 elements of float64"), (c, "100 elements of float32")):
            self.refused(f"mpi_reduce: rank 1: has {text} from files, 1 thread, --repetitions 11; rank 0 has 100 "
                         "elements of float64 from files, 1 thread, --repetitions 11", 2,
                         self.with_others_on(1, other), *a)

    def test_files_of_different_types(self):
        a, _ = self.arrays(100, "float64", "x")
        b, _ = self.arrays(100, "float32", "y")
        status, output, errors = start(LAUNCH, MPIEXEC, 2, program("mpi_reduce"), a[0], b[1])
        self.assertEqual((status, output, len(errors)), (2, [], 1))

    def test_an_option_that_ping_pong_does_not_have(self):
        status, output, errors = start(LAUNCH, MPIEXEC, 2, program("ping_pong"), "--no-such-option")
        self.assertEqual((status, output, len(errors)), (2, [], 1))
        self.assertIn("--no-such-option", errors[0])

    def test_help_is_printed_once(self):
        status, output, errors = start(LAUNCH, MPIEXEC, 3, program("mpi_reduce"), "--help")
        self.assertEqual((status, errors), (0, []))
        self.assertEqual(sum("--shares" in line for line in output), 1)

    def test_a_rank_that_dies_takes_the_others_along(self):
        process = subprocess.Popen([LAUNCH, MPIEXEC, "3", program("mpi_reduce"), "--size", "1000", "--repetitions",
                                    "100000"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.terminate)
        ranks = self.wait_for_ranks(process, 3)
        os.kill(ranks[-1], signal.SIGKILL)
        self.assertNotEqual(process.wait(timeout=LIMIT), 0)

    def wait_for_ranks(self, process, count):
        while process.poll() is None:
            found = ranks_of("mpi_reduce")
            if len(found) == count and min(map(seconds_used, found)) > 1:  # MPI_Init takes less
                return found
            time.sleep(0.05)
        self.fail("it ended before all ranks had begun")


def ranks_of(way):
    """The processes of a way in this build folder."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and os.readlink(process / "exe") == program(way):
                found.append(int(process.name))
        except OSError:
            pass
    return sorted(found)


MADE_BY_MPI = re.compile("vader|sm_segment|osc|mpich|ucx|shm_")


def seconds_used(process):
    """The processor time of a process."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:  # it has ended
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Leftovers(unittest.TestCase):
    def test_nothing_is_left_behind(self):
        before = set(os.listdir("/dev/shm"))
        start(LAUNCH, MPIEXEC, 3, program("node_shared_window"), "--size", 1000)
        table.run(BUILD, "roots_differ", 3, ["--size", "1000"], 2)
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:  # mpiexec may end a moment before its ranks
            ranks = [way for way in (*RIGHT, *WRONG) if ranks_of(way)]
            memory = [name for name in set(os.listdir("/dev/shm")) - before if MADE_BY_MPI.search(name)]
            if not ranks and not memory:
                return
            time.sleep(0.1)
        self.fail(f"left behind: {ranks} {memory}")


class Table(unittest.TestCase):
    def start(self, *arguments):
        return subprocess.run([sys.executable, "-B", table.__file__, *map(str, arguments)], capture_output=True,
                              text=True, timeout=LIMIT)

    def test_a_way_that_should_be_right_and_does_not_end(self):
        done = self.start(BUILD, "mpi_reduce", "read_off_the_root", "--ranks", 2, "--size", 1000)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("After a collective call, all ranks have the result. Answers: 0.", done.stdout)
        self.assertEqual(self.start(BUILD, "mpi_reduce", "--ranks", 2, "--repetitions", 100_000, "--time-limit",
                                    1).returncode, 1)

    def test_arguments(self):
        no_build = "BUILD: '/' is not a build folder with MPI, such as build/release-openmpi"
        for arguments, message in ((("/", "x"), no_build),
                                   ((BUILD, "--ranks", "0"), "--ranks: 0 is not a positive number")):
            done = self.start(*arguments)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (2, "", f"distributed: {message}\n"))
        self.assertIn("'no_way' is not one of mpi_reduce, ", self.start(BUILD, "no_way").stderr)


class FirstProgram(unittest.TestCase):
    def test_it_prints_the_sum_once(self):
        self.assertEqual(start(LAUNCH, MPIEXEC, 3, program("first_program"))[:2], (0, ["359999964"]))


class Job(Folder):
    def test_the_job_script_runs_without_slurm(self):
        job = ROOT / "src" / "distributed" / "job.sh"
        environment = {"BUILD": str(BUILD), "RANKS": "2", "THREADS": "2"}
        status, output, _ = start(job, "hybrid_reduction", "--size", 1000, **environment)
        self.assertEqual(status, 0)
        self.assertIn("2 on 1 node, 2 threads each", "\n".join(output))
        self.assertEqual(start(job, "no_such_way", **environment)[0], 2)


if __name__ == "__main__":
    unittest.main()
