"""The machine and its settings: reports 6 to 11, and 13."""
from __future__ import annotations

import fcntl
import os
import pty
import shutil
import struct
import subprocess
import termios
from pathlib import Path

from report import NotHere, Report, Suite

QUICK = ["--size", "1000", "--repetitions", "2"]


def bound_threads(suite: Suite) -> str:
    if len(os.sched_getaffinity(0)) < 2:
        raise NotHere("one core, to which all threads are bound anyway")
    settings = ["OMP_PROC_BIND=true", "OMP_PLACES=cores", "GOMP_CPU_AFFINITY=0-1"]
    for setting in settings:
        # With all threads on one core, those that wait for each other here would do so for minutes.
        result = suite.run("env", setting, suite.program("compare"), "--chapter", "races", "--size", "10000",
                           "--repetitions", "3", "--threads", "2", limit=60)
        assert result.status != -1, f"{setting} compare --chapter races does not end"
        assert result.status == 0, f"{setting}: exit status {result.status}: {result.err.strip()}"
        assert setting in result.out, f"{setting}: not a word about threads that OpenMP has bound"
    return f"compare --chapter races ends, and names the setting, with {', '.join(settings)}"


def settings_of_the_engine(suite: Suite) -> str:
    precious = suite.scratch / "mine.json"
    values = {"OUT": str(precious), "OUT_FORMAT": "xml", "FORMAT": "bogus", "FILTER": "nothing", "REPETITIONS": "abc",
              "MIN_TIME": "abc", "COLOR": "maybe", "COUNTERS_TABULAR": "true", "CONTEXT": "no_equals_sign",
              "PERF_COUNTERS": "CYCLES", "ENABLE_RANDOM_INTERLEAVING": "no", "LIST_TESTS": "true", "DRY_RUN": "true",
              "REPORT_AGGREGATES_ONLY": "true"}
    for name, value in values.items():
        precious.write_text("precious")
        result = suite.run("env", f"BENCHMARK_{name}={value}", suite.program("compare"), "--only", "fused_loop", *QUICK)
        what = f"BENCHMARK_{name}={value}"
        assert precious.read_text() == "precious", f"{what} overwrites {precious.name}"
        assert result.status == 0, f"{what}: exit status {result.status}"
        assert "fused_loop " in result.out and " right" in result.out, f"{what}: {result.out.splitlines()[:1]}"
        assert "\033" not in result.out, f"{what}: escape sequences in a file"
        assert result.lines_of_err == 1 and f"BENCHMARK_{name}" in result.err, \
            f"{what}: {result.lines_of_err} lines of error: {result.err[:200]!r}"
    return f"{len(values)} settings of the engine are ignored, with a line that names them"


def allocators(suite: Suite) -> str:
    known = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False).stdout
    wanted = ("libjemalloc.so", "libtcmalloc_minimal.so", "libmimalloc.so", "libefence.so", "libc_malloc_debug.so")
    found = {line.split()[0]: line.split()[-1] for line in known.splitlines() if line.split()[0].startswith(wanted)}
    if not found:
        raise NotHere("no allocator to preload is installed, such as libjemalloc2")
    seen = []
    for name, path in sorted(found.items()):
        for program in ("eigen_temporaries", "pool_with_atomic_total", "tbb_parallel_reduce"):
            result = suite.run("env", f"LD_PRELOAD={path}", "EF_DISABLE_BANNER=1", suite.sample(program), "--size",
                               "100000")
            assert result.status == 0, f"{name}: {program} ends with status {result.status} {result.err.strip()[:200]}"
            assert "verdict     right" in result.out, f"{name}: {program} is not right"
        heap = suite.run("env", f"LD_PRELOAD={path}", suite.sample("eigen_temporaries"), "--size", "100000").out
        heap = heap[heap.index("peak heap") + len("peak heap"):].strip()
        assert heap in ("n/a", "1.60 MB"), f"{name}: peak heap {heap}"
        result = suite.run("env", f"LD_PRELOAD={path}", suite.program("compare"), *QUICK)
        assert result.status == 0, f"{name}: compare ends with status {result.status}"
        seen.append(f"{name}: {heap}")
    return "right answers with each, and as peak heap " + "; ".join(seen)


def memory_group(limit: int) -> tuple[Path, Path]:
    """A new memory cgroup, and the file into which its processes are written."""
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, group = line.split(":", 2)
        for folder, file in ((Path("/sys/fs/cgroup/memory"), "memory.limit_in_bytes"),
                             (Path("/sys/fs/cgroup"), "memory.max")):
            if controllers != ("memory" if file.endswith("bytes") else ""):
                continue
            parent = folder / group.lstrip("/") if (folder / group.lstrip("/")).is_dir() else folder
            made = parent / f"reports-{os.getpid()}"
            try:
                made.mkdir()
            except OSError:
                continue
            try:
                (made / file).write_text(str(limit))
                return made, made / "cgroup.procs"
            except OSError:
                made.rmdir()
    raise NotHere("no memory cgroup can be made here")


def memory_of_a_container(suite: Suite) -> str:
    if shutil.which("sh") is None or not Path("/proc/self/cgroup").exists():
        raise NotHere("no cgroups")
    group, processes = memory_group(200_000_000)
    inside = ["sh", "-c", f'echo $$ > "{processes}"; exec "$@"', "sh"]
    seen = {0: 0, 2: 0}
    try:
        for program, variant in ((suite.program("compare"), ["--repetitions", "1"]),
                                 (suite.program("compare"), ["--repetitions", "1", "--only", "fused_loop"]),
                                 (suite.sample("eigen_temporaries"), [])):
            for size in (4_000_000, 6_000_000, 8_000_000, 10_000_000, 12_000_000, 12_400_000, 13_000_000):
                result = suite.run(*inside, program, *variant, "--size", size)
                what = f"{Path(program).name} {' '.join(variant)} --size {size}"
                assert result.status in seen, f"{what}: ends with status {result.status}, with {result.err.strip()!r}"
                seen[result.status] += 1
                if result.status == 2:
                    assert result.lines_of_err == 1 and group.name in result.err, f"{what}: {result.err.strip()!r}"
    finally:
        group.rmdir()
    assert seen[0] and seen[2], f"sizes that fit: {seen[0]}, that do not: {seen[2]}"
    return f"with 200 MB, {seen[0]} sizes are computed, {seen[2]} are refused in a line that names the cgroup"


def stacks(suite: Suite) -> str:
    for program in (suite.program("compare"), suite.sample("omp_reduction")):
        arguments = QUICK if program.endswith("compare") else QUICK[:2]
        result = suite.run("env", "OMP_STACKSIZE=4G", "OMP_NUM_THREADS=8", program, *arguments)
        assert result.status == 0, f"OMP_STACKSIZE=4G OMP_NUM_THREADS=8 {Path(program).name}: {result.err.strip()}"
        refused = {"OMP_NUM_THREADS=900": [], "OMP_STACKSIZE=2G": [], "OMP_NUM_THREADS=2": ["--threads", "900"]}
        for setting, more in refused.items():
            result = suite.run("sh", "-c", 'ulimit -v 900000; exec "$@"', "sh", "env", setting,
                               *(["OMP_NUM_THREADS=2"] if "STACK" in setting else []), program, *arguments, *more)
            what = f"{setting} {' '.join(more)}: {result.err.strip()!r}"
            assert result.status == 2 and result.lines_of_err == 1, what
            assert ("--threads" if more else setting) in result.err, f"{what} does not name what asked for it"
            assert more or "--threads" not in result.err, f"{what} blames --threads"
    return "stacks of 4G do no harm; threads that cannot be had are refused, and what asked for them is named"


def line_of_catalog(output: str) -> str:
    return next((line for line in output.splitlines() if line.startswith("  catalog")), "no line 'catalog'")


def delivered_threads(suite: Suite) -> str:
    for setting in ("OMP_THREAD_LIMIT=1", "OMP_MAX_ACTIVE_LEVELS=0"):
        of_compare = suite.run("env", setting, suite.program("compare"), *QUICK, "--threads", "2").out
        assert f"with 1 thread (2 requested; {setting})" in of_compare, f"{setting}: {of_compare.splitlines()[:1]}"
        of_sample = suite.run("env", setting, suite.sample("omp_reduction"), "--threads", "2").out
        line = next(line for line in of_sample.splitlines() if line.startswith("  threads"))
        assert line.split()[1] == "1" and setting in line, f"{setting}: {line.strip()!r}"
        of_race = suite.run("env", setting, suite.sample("shared_accumulator"), "--threads", "2").out
        assert "a data race, which needs a second thread" in of_race, f"{setting}: {line_of_catalog(of_race)}"
        accuracy = suite.run("env", setting, suite.program("compare"), "--accuracy", *QUICK[:2], "--threads", "2").out
        assert "with 1 thread (2" in accuracy, f"{setting} --accuracy: 1 thread is not told"
        lab = suite.run("env", setting, suite.program("race_lab"), "--runs", "1", "--only", "lost_update_by_slice")
        assert setting in lab.out, f"{setting} race_lab: no word of the threads that did not come"
    setting = "OMP_DYNAMIC=true"
    dynamic = suite.run("env", setting, suite.program("compare"), *QUICK, "--threads", "2").out
    assert setting in dynamic, f"{setting}: {dynamic.splitlines()[:1]}"
    return "what was delivered is printed, with what was asked for and the setting that is responsible"


def on_terminal(columns: int, settings: dict[str, str], *command: str) -> str:
    """What a command prints on a terminal of that width."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        for name in ("NO_COLOR", "COLUMNS", "TERM"):
            os.environ.pop(name, None)
        os.environ.update(settings)
        os.execv(command[0], command)
    printed = b""
    while True:
        try:
            some = os.read(terminal, 65536)
        except OSError:  # the program has ended
            break
        if not some:
            break
        printed += some
    os.waitpid(child, 0)
    os.close(terminal)
    return printed.decode(errors="replace").replace("\r\n", "\n")


def terminals(suite: Suite) -> str:
    compare, race_lab, race_step = (suite.program(name) for name in ("compare", "race_lab", "race_step"))
    commands = [
        [compare, *QUICK], [compare, "--list"], [compare, "--help"], [compare, "--only", "nothing"],
        [compare, "--accuracy", "--size", "1000"], [compare, *QUICK, "--type", "int64,int32,float64,float32"],
        [compare, *QUICK, "--chapter", "races"],
        [race_lab, "--help"], [race_lab, "--runs", "2", "--only", "lost_update_by_slice,omp_reduction"],
        [race_step, "--all"], [race_step, "--schedule", "010101"],
        [suite.sample("omp_reduction"), "--size", "1000"], [suite.sample("omp_reduction"), "--help"],
    ]
    for command in commands:
        name = " ".join([Path(command[0]).name, *command[1:]])
        for columns in (80, 60, 40):
            printed = on_terminal(columns, {"TERM": "dumb"}, *command)
            assert printed.strip(), f"{name}: nothing is printed"
            assert "\033" not in printed, f"TERM=dumb {name}: escape sequences"
            widest = max(printed.split("\n"), key=len)
            assert len(widest) <= columns, f"{name}: a line of {len(widest)} in {columns} columns: {widest!r}"
    columns = on_terminal(80, {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "50"}, compare, "--list")
    assert max(map(len, columns.split("\n"))) <= 50, "COLUMNS=50 is not heeded"
    assert "\033" not in on_terminal(80, {}, compare, *QUICK), "without TERM: escape sequences"
    coloured = on_terminal(80, {"TERM": "xterm"}, compare, *QUICK)
    assert "\033[32mright" in coloured, "TERM=xterm: no colours"
    return f"{len(commands)} commands fit into 80, 60 and 40 columns; no escape sequences on a dumb terminal"


REPORTS: list[Report] = [
    Report(6, "OMP_PROC_BIND=true puts all threads on one core",
           "a program that knows better than a setting of the user's",
           "OMP_PLACES, GOMP_CPU_AFFINITY, KMP_AFFINITY, taskset; threads that are not OpenMP's", bound_threads),
    Report(7, "BENCHMARK_OUT overwrites a file, BENCHMARK_OUT_FORMAT prints a foreign usage",
           "an engine's own settings that come in behind the program's back",
           "all options that the engine takes, valid values and invalid ones", settings_of_the_engine),
    Report(8, "a preloaded allocator ends in a segmentation fault",
           "half of a family of functions is replaced, the rest comes from elsewhere",
           "jemalloc, tcmalloc, mimalloc, Electric Fence, glibc's debugging malloc, heaptrack, Valgrind", allocators),
    Report(9, "killed without a word in a container with 200 MB",
           "what the machine has is not what the program may use",
           "cgroups of both versions, groups around them, ulimit -v and -d; quotas of processor time",
           memory_of_a_container),
    Report(10, "OMP_STACKSIZE=4G: the runtime's fatal message; --threads is blamed",
           "what is tried out is not what is used, and its failure is put down to something else",
           "OMP_NUM_THREADS, ulimit -v, ulimit -u, values that are no numbers", stacks),
    Report(11, "threads 2, and one was delivered",
           "what was asked for is printed as what was",
           "OMP_THREAD_LIMIT, OMP_DYNAMIC, OMP_MAX_ACTIVE_LEVELS; race_lab, --accuracy, sweep", delivered_threads),
    Report(13, "escape sequences on a dumb terminal; words broken at 80 columns",
           "output that is made for one kind of terminal",
           "60 and 40 columns, COLUMNS, no TERM, messages, --help", terminals),
]
