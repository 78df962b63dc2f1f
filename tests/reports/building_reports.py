"""Building: reports 20 to 25, and the flags of report 5."""
from __future__ import annotations

import functools
import json
import os
import platform
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from report import NotHere, Report, Result, Suite

NAME = "a copy's folder (50% & more)"


@dataclass(frozen=True)
class Copy:
    folder: Path
    built: Result  # of `make program-fused_loop`, which compiles one file


def fresh_copy(suite: Suite, name: str) -> Path:
    """The project's files without those that were built, in a folder of that name."""
    folder = suite.scratch / name
    shutil.copytree(suite.checkout, folder, ignore=shutil.ignore_patterns("build", ".git", "__pycache__"), symlinks=True)
    return folder


@functools.cache
def _built_copy(checkout: Path, scratch: Path) -> Copy:
    suite = Suite(checkout, checkout, scratch)
    folder = fresh_copy(suite, NAME)
    return Copy(folder, suite.run("make", "CXX=g++", "program-fused_loop", folder=folder))


def built_copy(suite: Suite) -> Copy:
    """A copy in a folder with a hard name. All reports share it."""
    if shutil.which("g++") is None:
        raise NotHere("g++ is not installed")
    return _built_copy(suite.checkout, suite.scratch)


@functools.cache
def _plain_copy(checkout: Path, scratch: Path) -> tuple[Path, Result]:
    suite = Suite(checkout, checkout, scratch)
    folder = fresh_copy(suite, NAME + " of cmake alone")
    return folder, suite.run("cmake", "-S", ".", "-B", "b", folder=folder)


def compilations(build: Path) -> list[dict[str, str]]:
    return json.loads((build / "compile_commands.json").read_text())


def number_left_out(build: Path) -> int:
    return sum("left_out" in compilation["file"] for compilation in compilations(build))


def one_line(text: str) -> str:
    return " ".join(text.split())


def hard_folder(suite: Suite) -> str:
    folder, configured = _plain_copy(suite.checkout, suite.scratch)
    assert configured.status == 0, f"cmake fails: {one_line(configured.err)[:200]}"
    left_out = number_left_out(folder / "b")
    accepted = number_left_out(suite.build)
    assert left_out == accepted, f"{left_out} variants are left out in '{folder.name}', {accepted} elsewhere"
    return f"as many variants in '{folder.name}' as elsewhere"


def copied_checkout(suite: Suite) -> str:
    first = built_copy(suite)
    assert first.built.status == 0, one_line(first.built.err)[-200:]
    second = suite.scratch / "a second copy"
    shutil.copytree(first.folder, second, symlinks=True)
    with (second / "src/variants/article/fused_loop.cpp").open("a") as file:
        file.write('#error "this is the second copy"\n')
    built = suite.run("make", "CXX=g++", "program-fused_loop", folder=second)
    assert built.status != 0, "make in the copy builds the first checkout's file, and succeeds"
    assert "this is the second copy" in built.out + built.err, one_line(built.out + built.err)[-200:]
    lines = built.out.splitlines()
    assert "starting from the beginning" in lines[0], lines[0]
    return lines[0]


def plain_cmake(suite: Suite) -> str:
    folder, configured = _plain_copy(suite.checkout, suite.scratch)
    assert configured.status == 0, one_line(configured.err)[:200]
    commands = [compilation["command"] for compilation in compilations(folder / "b")
                if "/src/variants/" in compilation["file"]]
    plain = [command for command in commands if " -O3 " not in command]
    assert not plain, f"{len(plain)} of {len(commands)} variants are compiled without -O3"
    again = suite.run("cmake", "-S", ".", "-B", "b", "-DCMAKE_DISABLE_FIND_PACKAGE_Catch2=ON", folder=folder)
    assert again.status == 0, f"without Catch2: {one_line(again.err)[:200]}"
    assert "Not built: the tests" in again.out, "without Catch2 nothing says that there are no tests"
    assert suite.run("ctest", folder=folder / "b").status != 0, "without Catch2, ctest succeeds with no test"
    return f"-O3 in all {len(commands)} variants; without Catch2 the programs are built, and ctest fails"


def any_compiler(suite: Suite) -> str:
    if shutil.which("g++") is None or shutil.which("clang++") is None:
        raise NotHere("g++ or clang++ is not installed")
    programs = suite.scratch / "programs"  # all of this machine's but g++ and what could install it
    programs.mkdir()
    for place in os.environ["PATH"].split(os.pathsep):
        for program in Path(place).iterdir() if Path(place).is_dir() else []:
            hidden = program.name.startswith(("g++", "c++", "apt")) or program.name == "sudo"
            if not hidden and not (programs / program.name).is_symlink():
                (programs / program.name).symlink_to(program)
    setup = suite.checkout / ".ci/setup"
    if not setup.exists():
        raise NotHere("the checkout has no .ci/setup")
    alone = suite.run(setup, "build", "clang++", settings={"PATH": str(programs)})
    assert alone.status == 0, f"clang++ alone: {one_line(alone.err)}"
    for compiler in ("env g++", "g++ -m64", "/usr/bin/g++"):
        done = suite.run(setup, "build", compiler)
        assert done.status == 0, f"CXX='{compiler}': {one_line(done.err)}"
    return "clang++ without g++, 'env g++', 'g++ -m64' and /usr/bin/g++ are accepted"


def by_hand(suite: Suite) -> str:
    page = (suite.checkout / "docs/by-hand.md").read_text()
    commands = re.search(r"```sh\n(.*?)^build/", page, re.DOTALL | re.MULTILINE)[1]
    folder = fresh_copy(suite, "by hand")
    stand_in = suite.scratch / "compiler that only makes its output"
    stand_in.mkdir()
    (stand_in / "g++").write_text('#!/bin/sh\nfor output; do :; done\n: >"$output"\n')
    (stand_in / "g++").chmod(0o755)
    done = suite.run("sh", "-e", "-c", commands, folder=folder, settings={"PATH": f"{stand_in}:{os.environ['PATH']}"})
    assert done.status == 0, f"docs/by-hand.md in a fresh clone: {one_line(done.err)}"
    if platform.machine() != "x86_64":
        return "the line of docs/by-hand.md finds its folder"
    source = suite.scratch / "newer.cpp"  # an instruction that is not there, when the program asks for its threads
    source.write_text('extern "C" int omp_get_max_threads() { asm(".byte 0x06"); return 1; }\n')
    library = suite.scratch / "newer.so"
    assert suite.run("c++", "-shared", "-fPIC", source, "-o", library).status == 0
    ran = suite.run(suite.sample("fused_loop"), "--size", "1000", settings={"LD_PRELOAD": str(library)})
    assert ran.status == 2 and ran.lines_of_err == 1, f"a missing instruction: status {ran.status}, '{ran.err.strip()}'"
    return ran.err.strip()


def takes_minutes(suite: Suite) -> str:
    lines = built_copy(suite).built.out.splitlines()
    assert "minutes" in lines[0], f"the first line is '{lines[0]}'"
    return lines[0]


def flags_that_change_arithmetic(suite: Suite) -> str:
    seen = []
    for number, flag in enumerate(("-ffast-math", "-freciprocal-math")):
        configured = suite.run("cmake", "-S", suite.checkout, "-B", suite.scratch / f"flags{number}",
                               settings={"CXXFLAGS": f"-g {flag}"})
        assert configured.status != 0, f"CXXFLAGS={flag} configures a build whose judge is wrong"
        messages = [line for line in configured.err.splitlines() if f"'{flag}'" in line]
        assert len(messages) == 1, f"CXXFLAGS={flag}: {one_line(configured.err)[:200]}"
        seen.append(messages[0].strip())
    if platform.machine() == "x86_64" and shutil.which("g++"):
        code = suite.scratch / "at_the_limit.s"
        compiled = suite.run("g++", "-std=c++20", "-O3", "-fopenmp", "-Isrc", "-S", "-o", code,
                             "src/variants/limit/at_the_limit.cpp", folder=suite.checkout)
        assert compiled.status == 0, one_line(compiled.err)[:200]
        fused = len(re.findall(r"\tvfn?m(?:add|sub)", code.read_text()))
        assert fused == 0, f"at_the_limit.cpp has {fused} fused multiply-adds without -ffp-contract=off"
    return seen[0]


REPORTS: list[Report] = [
    Report(5, "Flags that change arithmetic make the judge wrong",
           "what the answers rely on is left to the user's options",
           "-Ofast, -funsafe-math-optimizations, -ffinite-math-only, -fassociative-math, -fno-signed-zeros, -mfpmath=387, "
           "-fsingle-precision-constant, -ffp-contract=fast, each with g++ and clang++; numbers near zero that a library "
           "linked in replaces by zero; the same by hand",
           flags_that_change_arithmetic),
    Report(20, "In a folder with a space, nine variants are 'wrong'",
           "a path is taken apart, and what does not compile is called wrong",
           "quotes, $, %, &, brackets and letters of other languages in the name; \" # | ; which CMake cannot build in; "
           "a check that does not compile, crashes or does not end; a check's result after the options have changed",
           hard_folder),
    Report(21, "A copied checkout builds the other one",
           "a build folder is used for what it was not configured for",
           "a moved checkout; other flags", copied_checkout),
    Report(22, "cmake without a build type is not optimised",
           "a default that nobody wants, without a word",
           "a misspelt build type; Ninja, Make and Ninja Multi-Config; no Catch2, TBB, benchmark, nlohmann_json",
           plain_cmake),
    Report(23, "clang++ demands g++; 'ccache g++' is not installed",
           "what is needed is guessed, where CMake and the compiler could be asked",
           "packages below CMAKE_PREFIX_PATH; no compiler named and clang++ alone; g++-12; compilers of one name",
           any_compiler),
    Report(24, "docs/by-hand.md fails in a fresh clone; 'Illegal instruction'",
           "the author's machine is taken for the reader's",
           "a ud2 of the compiler's, and SIGILL sent by somebody, which are not the processor's fault", by_hand),
    Report(25, "The first make run takes minutes, and nothing says so", "silence while something long happens",
           "make test, and every other target that builds", takes_minutes),
]
