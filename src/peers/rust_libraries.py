"""The reductions in Rust: compiles src/peers/rust/ and loads the libraries.

They are optimised as the variants are: opt-level 3, and for this machine's processor.
"""

import ctypes
import os
import re
import shutil
import subprocess
from pathlib import Path

from availability import Unavailable, first_line, not_installed

SOURCES = Path(__file__).with_name("rust")
CRATES = Path("/usr/share/cargo/registry")  # where the packages of Debian and Fedora put the sources of crates
FOR_THIS_PROCESSOR = ["-C", "target-cpu=native"]
ANSWERS = {"int64": ctypes.c_int64, "int32": ctypes.c_int64, "float32": ctypes.c_float}  # by the type of the elements


def thread_scope(folder):
    """The version of the compiler, and the function. It needs rustc."""
    sources = _copied(folder)
    version = _run(sources, "rustc", "--version").split()[1]
    library = sources / f"libthread_scope-{version}.so"
    if not _is_newer(library, sources / "thread_scope.rs", sources / "element.rs"):
        _run(sources, "rustc", "--edition", "2021", "-C", "opt-level=3", *FOR_THIS_PROCESSOR, "--crate-type", "cdylib",
             "-o", library.name, "thread_scope.rs")
    return f"rustc {version}", _loaded(library)


def rayon(folder):
    """The version of rayon, and the function. It needs rustc, cargo, and the sources of rayon."""
    if not has_rayon():
        raise not_installed("its source code")
    sources = _copied(folder)
    # Without an access to the network, and without the user's settings.
    _run(sources, "cargo", "build", "--offline", "--release", "--config", "source.crates-io.replace-with='installed'",
         "--config", f"source.installed.directory='{CRATES}'", CARGO_HOME=str(sources / "cargo"),
         CARGO_TARGET_DIR=str(sources / "target"), RUSTFLAGS=" ".join(FOR_THIS_PROCESSOR))
    version = re.search(r'name = "rayon"\nversion = "(.*)"', (sources / "Cargo.lock").read_text())[1]
    return f"rayon {version}", _loaded(sources / "target/release/librayon_iterators.so")


def has_rayon():
    return any(CRATES.glob("rayon-[0-9]*"))


def _copied(folder):
    """The sources in a folder to which the compilers may write."""
    try:
        return Path(shutil.copytree(SOURCES, folder, dirs_exist_ok=True)).resolve()
    except OSError:
        raise Unavailable(f"--rust: '{folder}' cannot be written to") from None


def _is_newer(library, *sources):
    return library.exists() and all(library.stat().st_mtime > source.stat().st_mtime for source in sources)


def _run(folder, *command, **environment):
    """What the command prints."""
    try:
        done = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)
    except FileNotFoundError:
        raise not_installed(command[0]) from None
    if done.returncode != 0:
        lines = done.stderr.splitlines()
        errors = [line for line in lines if line.startswith("error")] or lines
        raise Unavailable(f"{command[0]} failed: {first_line(errors[0] if errors else done.returncode)}")
    return done.stdout


def _loaded(path):
    """The library's function as call(a, b, threads)."""
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise Unavailable(f"it cannot be loaded: {first_line(error)}") from None
    for name, answer in ANSWERS.items():
        getattr(library, f"sum_{name}").restype = answer

    def call(a, b, threads):
        function = getattr(library, f"sum_{a.dtype.name}")
        arrays = [ctypes.c_void_p(array.ctypes.data) for array in (a, b)]
        return function(*arrays, ctypes.c_size_t(len(a)), ctypes.c_size_t(threads))

    return call
