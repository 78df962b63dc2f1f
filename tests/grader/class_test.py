"""Grades classes that are hostile, interrupted or killed:   class_test.py GRADE

Nothing here depends on time. The test becomes the parent of every process that a grader leaves behind, so it sees them.
"""

import contextlib
import csv
import ctypes
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
import unittest
from xml.etree import ElementTree

HERE = pathlib.Path(__file__).resolve().parent
SOLUTION = HERE.parents[1] / "src/course/01-judge-first/solution.cpp"
TEXT_SOLUTION = HERE.parents[1] / "src/course/03-lose-an-update/solution.txt"
HANGS = SOLUTION.read_text().replace("{\n", "{\n    for (volatile int i = 0;; i = i + 1) {}\n", 1)
PARTIAL = "grade-01-judge-first.partial"
PR_SET_CHILD_SUBREAPER = 36
# Marks that change the direction of writing (Unicode's property Bidi_Control).
DIRECTIONS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
grade = ""


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def children_of(process):
    children = []
    for task in pathlib.Path(f"/proc/{process}/task").iterdir():
        with contextlib.suppress(OSError):  # of a thread that has just ended
            children += map(int, (task / "children").read_text("ascii").split())
    return children


def hangs(process):
    """Whether a process is a worker that is at work, and not still being loaded."""
    try:
        name, _, fields = pathlib.Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")
    except OSError:  # it has just ended
        return False
    return name.endswith("(worker") and int(fields.split()[11]) * 10 > os.sysconf("SC_CLK_TCK")


class ClassTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.addCleanup(subprocess.run, ["chmod", "-R", "u+rwX", self.folder], check=True)
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        for path in (self.folder, self.temporary):
            path.chmod(0o711)  # as root, the sandbox is another user
        self.work = self.folder / "work"
        self.work.mkdir()

    def start(self, *arguments, exercise="1", **environment):
        with (self.folder / "printed").open("wb") as printed:
            process = subprocess.Popen(
                [grade, exercise, *map(str, arguments)], cwd=self.work, start_new_session=True, stdin=subprocess.DEVNULL,
                stdout=printed, stderr=printed, env=os.environ | {"TMPDIR": str(self.temporary)} | environment)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def printed(self):
        return (self.folder / "printed").read_bytes()

    def assert_every_process_ends(self):
        deadline = time.monotonic() + 100  # a killed process needs a moment; what hangs never ends
        while time.monotonic() < deadline:
            try:
                os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            time.sleep(0.01)
        left = children_of(os.getpid())
        for process in left:
            os.kill(process, signal.SIGKILL)
        self.fail(f"the grader has ended, and these processes have not: {left}")

    def assert_nothing_is_left(self):
        self.assert_every_process_ends()
        self.assertEqual(os.listdir(self.temporary), [])

    def assert_harmless(self, data, allowed):
        for character in data.decode():  # throws if it is not UTF-8
            if character not in allowed:
                self.assertNotIn(unicodedata.category(character), ("Cc", "Cs", "Zl", "Zp"), repr(character))
                self.assertNotIn(character, DIRECTIONS)

    def hostile_files(self, right):
        """Makes the class of hostile files; returns what must be said of each, and its path."""
        said = subprocess.run(["bash", HERE / "hostile_files.sh", self.folder / "class", right], check=True,
                              capture_output=True).stdout
        return [line.split(b"\t", 1) for line in said.split(b"\0")[:-1]]

    def test_hostile_files(self):
        self.assert_class_is_graded(self.hostile_files(SOLUTION), "1")
        self.assertIn("shadowed/submission.cpp", [row["submission"] for row in rows_of(self.work / "grades.csv")])

    def test_hostile_texts(self):
        """The same files as answers of an exercise that asks for a text."""
        def as_text(name):
            return name.replace(b".cpp", b".txt").replace(b".CPP", b".TXT")
        expected = [(b"passed" if verdict == b"passed" and name != b"latin-1 comment.cpp" else b"refused", as_text(name))
                    for verdict, name in self.hostile_files(TEXT_SOLUTION)]
        for folder, folders, files in os.walk(os.fsencode(self.folder / "class"), topdown=False):
            for name in folders + files:
                if as_text(name) != name:
                    os.rename(os.path.join(folder, name), os.path.join(folder, as_text(name)))
        self.assert_class_is_graded(expected, "3")

    def assert_class_is_graded(self, expected, exercise):
        expected.sort(key=lambda pair: pair[1].split(b"/"))
        table, report = self.work / "grades.csv", self.work / "grades.xml"
        status = self.start(self.folder / "class", "--csv", table, "--junit", report, exercise=exercise).wait()
        self.assertEqual(status, 1, self.printed())
        self.assert_nothing_is_left()
        self.assertEqual(sorted(os.listdir(self.work)), ["grades.csv", "grades.xml"])
        self.assertEqual(list(self.folder.rglob("executed")), [])

        rows = rows_of(table)
        names = [row["submission"] for row in rows]
        self.assertEqual(len(set(names)), len(expected))
        suites = ElementTree.parse(report).getroot().findall("testsuite")
        for row, suite, (verdict, name) in zip(rows, suites, expected, strict=True):
            message = [case.get("message") for case in suite.iterfind("testcase/*")]
            self.assertEqual(row["verdict"], verdict.decode(), (name, message))
            self.assertEqual(suite.find("properties/property[@name='verdict']").get("value"), row["verdict"])
            self.assertEqual(suite.get("name"), row["submission"].removeprefix("'"))
        self.assertEqual(len(self.printed().splitlines()), 1 + len(rows) + 3)
        self.assert_harmless(table.read_bytes(), "\r\n")
        self.assert_harmless(report.read_bytes(), "\n")
        self.assert_harmless(self.printed(), "\n")

    def records(self):
        path = self.work / PARTIAL
        lines = path.read_text(encoding="utf-8").split("\n")[1:-1] if path.exists() else []
        return [json.loads(line)["grade"] for line in lines]

    def start_and_wait_for_second(self):
        """A grader that has recorded the first submission and asks the second one, which hangs."""
        process = self.start(self.folder / "class", "--jobs", "1")
        while not (self.records() and any(map(hangs, children_of(process.pid)))):
            self.assertIsNone(process.poll(), self.printed())
            time.sleep(0.01)
        return process

    def test_interrupted_and_killed(self):
        students = [self.folder / "class" / name / "sum.cpp" for name in ("alice", "bob", "carol", "dave")]
        for student in students:
            student.parent.mkdir(parents=True)
            student.write_text(SOLUTION.read_text() if student == students[0] else HANGS)

        process = self.start_and_wait_for_second()
        os.killpg(process.pid, signal.SIGINT)  # Ctrl-C in a terminal
        self.assertEqual(process.wait(), 130)
        self.assertIn(b"the same command continues the grading of a class", self.printed())
        self.assert_nothing_is_left()
        first = self.records()[0]
        self.assertEqual(first["submission"], "alice/sum.cpp")

        process = self.start_and_wait_for_second()
        process.terminate()
        self.assertEqual(process.wait(), 130)
        self.assert_nothing_is_left()

        process = self.start_and_wait_for_second()
        process.kill()
        self.assertEqual(process.wait(), -signal.SIGKILL)
        self.assert_every_process_ends()
        self.assertEqual(len(os.listdir(self.temporary)), 1)

        for student in students[1:]:
            student.write_text(SOLUTION.read_text())
        status = self.start(self.folder / "class", "--csv", "grades.csv").wait()
        self.assertEqual(status, 0, self.printed())
        self.assert_nothing_is_left()
        self.assertEqual(os.listdir(self.work), ["grades.csv"])
        rows = rows_of(self.work / "grades.csv")
        self.assertEqual([(row["submission"], row["verdict"]) for row in rows],
                         [(f"{student.parent.name}/sum.cpp", "passed") for student in students])
        self.assertEqual({row["seed"] for row in rows}, {str(first["seed"])})
        # The same time to the last digit: it was not graded again.
        self.assertAlmostEqual(float(rows[0]["seconds"]), first["seconds"], places=8)

    def test_the_sandbox_cannot_reach_the_folder(self):
        if os.geteuid() != 0:
            self.skipTest("only root grades as another user")
        closed = self.folder / "closed"
        (closed / "tmp").mkdir(parents=True)
        closed.chmod(0o700)
        process = self.start(SOLUTION, TMPDIR=str(closed / "tmp"))
        self.assertEqual(process.wait(), 2)
        self.assertEqual(self.printed().count(b"\n"), 1)
        self.assertIn(f"cannot enter '{closed}'".encode(), self.printed())
        self.assertIn(b"TMPDIR=/tmp", self.printed())
        self.assertEqual(os.listdir(closed / "tmp"), [])
        # Without the sandbox there is no other user.
        self.assertEqual(self.start(SOLUTION, "--level", "A", TMPDIR=str(closed / "tmp")).wait(), 0)


if __name__ == "__main__":
    grade = str(pathlib.Path(sys.argv.pop(1)).resolve())
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    unittest.main()
