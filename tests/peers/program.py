"""What the checks of src/peers/ share: where things are, and how to run the program.

Each check is called as NAME_test.py FOLDER RUST MODULE. FOLDER contains the libraries article_variants and
wrong_article_variants; the Rust sources are compiled in RUST; MODULE contains the Python module at_the_limit.
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "src/peers"), str(PROJECT / "src/page")]

PROGRAM = PROJECT / "src/peers/peers.py"
LIBRARIES = Path(sys.argv.pop(1)).resolve()
RUST = Path(sys.argv.pop(1)).resolve()
PYTHON_MODULE = Path(sys.argv.pop(1)).resolve()
SIZE = "200003"


def compare(*arguments, library="article_variants", size=SIZE, rounds="2", **environment):
    command = [sys.executable, "-B", PROGRAM, "--library", LIBRARIES / f"lib{library}.so", "--rust", RUST]
    command += ["--python-module", PYTHON_MODULE, "--size", size, "--rounds", rounds, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=300)


class Scratch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
