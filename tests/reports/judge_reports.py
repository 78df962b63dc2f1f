"""The judge and the verdicts: reports 1 to 4, and 12."""
import os
import re
import subprocess
import sys
from pathlib import Path

from report import NotHere, Report, Result, Suite

BUSY_LOOP = "while True: pass"


def line_of(result: Result, word: str) -> str:
    found = re.search(rf"^  {word}  +(.*)$", result.out, re.MULTILINE)
    assert found, f"no line '{word}': {(result.out + result.err).strip()[:200]}"
    return found[1]


def large_float32(suite: Suite) -> str:
    verdicts = []
    for name, size in (("return_zero", 20_000_000), ("lost_update_by_slice", 12_000_000)):
        ran = suite.run(suite.sample(name), "--size", str(size), "--type", "float32", "--threads", "2")
        verdicts.append(f"{name}: {line_of(ran, 'verdict')}")
        assert not line_of(ran, "verdict").startswith("right"), verdicts[-1]
    return "; ".join(verdicts)


def edited_sample(suite: Suite, name: str, before: str, after: str) -> Path:
    """The sample's program after a text in its file was replaced, linked with what the build has."""
    text = (suite.checkout / "src/variants/article" / f"{name}.cpp").read_text()
    assert text.count(before) == 1, f"{name}.cpp no longer has '{before}' once"
    folder = suite.scratch / f"edited_{name}"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.cpp").write_text(text.replace(before, after))
    heap_meter = suite.build / "CMakeFiles/heap_meter.dir/src/measure/heap.cpp.o"
    built = suite.run("g++", "-std=c++20", "-O2", "-ffp-contract=off", "-fopenmp", f"-I{suite.checkout}/src",
                      folder / f"{name}.cpp", suite.build / "written" / f"sample_{name}.cpp",
                      heap_meter, suite.build / "librooms.a", suite.build / "libloops.a", "-o", folder / name)
    assert built.status == 0, f"the edited sample cannot be linked: {built.err.strip().splitlines()[-1]}"
    return folder / name


def edited_samples(suite: Suite) -> str:
    mended = edited_sample(suite, "shared_accumulator", "parallel for", "parallel for reduction(+ : total)")
    ran = suite.run(mended, "--size", "1000000", "--threads", "2")
    assert "not seen in these" in line_of(ran, "catalog"), f"with the clause: '{line_of(ran, 'catalog')}'"
    assert line_of(ran, "verdict") == "right", line_of(ran, "verdict")
    seen = f"with the clause: {line_of(ran, 'verdict')}, {line_of(ran, 'catalog')}"
    broken = edited_sample(suite, "omp_reduction", " reduction(+ : total)", "")
    for _ in range(9):
        ran = suite.run(broken, "--size", "100", "--threads", "2")
        says_right = line_of(ran, "verdict") == "right"
        assert says_right == (ran.status == 0), f"verdict '{line_of(ran, 'verdict')}' and exit status {ran.status}"
    ran = suite.run(broken, "--threads", "2")
    if line_of(ran, "verdict") != "right":
        seen += f"; without it: {line_of(ran, 'verdict')}"
        assert "check-omp_reduction" in ran.out, "it does not say what to run next"
    return seen


def heap(suite: Suite) -> str:
    for name in ("fused_loop", "omp_reduction", "shared_accumulator"):
        figure = line_of(suite.run(suite.sample(name), "--threads", "2"), "peak heap")
        assert figure == "0 B", f"{name}: {figure}"
    return "0 B for three samples that allocate nothing"


def not_a_number(suite: Suite) -> str:
    try:
        import numpy  # noqa: PLC0415: the other reports need no NumPy
    except ImportError as missing:
        raise NotHere("no NumPy to write the files") from missing
    numpy.save(suite.scratch / "infinity.npy", numpy.array([numpy.inf, 1.0]))
    numpy.save(suite.scratch / "empty.npy", numpy.array([], dtype="<f8"))
    files = [suite.scratch / "infinity.npy"] * 2
    ran = suite.run(suite.sample("fused_loop"), *files)
    assert line_of(ran, "expected") == "nan", f"expected {line_of(ran, 'expected')}"
    assert not line_of(ran, "verdict").startswith("right"), f"NaN is called {line_of(ran, 'verdict')}"
    assert "-nan" not in suite.run(suite.program("compare"), "--repetitions", "1", *files).out, "compare: -nan"
    empty = [suite.scratch / "empty.npy"] * 2
    ran = suite.run(suite.program("compare"), "--accuracy", "--only", "fused_loop", *empty)
    assert "nan" not in ran.out, f"--accuracy: {next(line for line in ran.out.splitlines() if 'nan' in line)}"
    once = suite.run(suite.program("compare"), "--only", "fused_loop", "--size", "1000", "--repetitions", "1")
    assert "±" not in once.out, "one repetition has a spread"
    return "answers are nan, what was not measured is -"


def busy_machine(suite: Suite) -> str:
    if not sys.platform.startswith("linux"):
        raise NotHere("only Linux tells what other programs do")
    others = [subprocess.Popen([sys.executable, "-c", BUSY_LOOP]) for _ in range(os.cpu_count() or 1)]
    try:
        commands = [[suite.sample("fused_loop")], [suite.program("compare"), "--only", "fused_loop"],
                    [suite.program("compare"), "--accuracy", "--only", "fused_loop", "--type", "float64"]]
        for command in commands:
            ran = suite.run(*command)
            assert "Other programs kept" in ran.out, f"{Path(command[0]).name} says nothing of other programs"
    finally:
        for other in others:
            other.kill()
            other.wait()
    return "a sample, compare and --accuracy say so: " + next(
        line for line in ran.out.splitlines() if line.startswith("Other programs"))


REPORTS = [
    Report(1, "The judge says 'right' to anything in large float32 arrays",
           "a verdict without power: the bound for any order passes the sum itself",
           "half, a third, an eighth lost in float32; equal arrays; a slice in another's place; NaN (make test-judge)",
           large_float32),
    Report(2, "An edited sample is judged by what the catalog says of the original",
           "what is expected is printed instead of what was seen",
           "off by one, T times the sum, everything except the last element; one thread; a race that did not show",
           edited_samples),
    Report(3, "'peak heap 40 B' where nothing is allocated", "the instrument measures itself",
           "compare's tally of wrong answers, which grows in the measured run", heap),
    Report(4, "'the right answer is -nan', '-nan×', '±0.0%' of one repetition",
           "a figure that is none is printed as one",
           "infinities and NaN in files; empty arrays; answers of NaN counted as many distinct ones", not_a_number),
    Report(12, "Nothing says that other programs keep the cores busy", "figures of a machine that did something else",
           "time that the host of a virtual machine takes; threads bound to cores; the sweep", busy_machine),
]
