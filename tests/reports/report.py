"""One case that users reported: what was wrong, what kind of fault it is, and how to see whether it is mended."""
from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


class NotHere(Exception):
    """This machine cannot show the case; the text says what is missing."""


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def lines_of_err(self) -> int:
        return self.err.count("\n")


@dataclass
class Suite:
    """A checkout of the project and the folder into which it was built."""

    checkout: Path
    build: Path
    scratch: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="reports-")))

    def sample(self, name: str) -> str:
        return str(self.build / "samples" / name)

    def program(self, name: str) -> str:
        return str(self.build / "bin" / name)

    def run(self, *command: str | Path, settings: dict[str, str] | None = None, folder: Path | None = None,
            limit: float = 300, text_in: str = "") -> Result:
        """Runs a command. A command that is still running after `limit` seconds counts as hanging: status -1."""
        environment = {**os.environ, **(settings or {})}
        for name in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL"):  # of the make that runs this
            environment.pop(name, None)
        try:
            done = subprocess.run([str(word) for word in command], capture_output=True, timeout=limit, check=False,
                                  cwd=folder, env=environment, input=text_in.encode())
        except subprocess.TimeoutExpired:
            return Result(-1, "", "still running\n")
        except FileNotFoundError as missing:
            raise NotHere(f"'{missing.filename}' does not exist") from None
        return Result(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


@dataclass(frozen=True)
class Report:
    """`number` is the report's own. `kind` names the fault behind it. `also_tried` lists other faults of that kind."""

    number: int
    title: str
    kind: str
    also_tried: str
    # Returns what was seen, in a few words; raises AssertionError where it is wrong, NotHere where it cannot be seen.
    check: Callable[[Suite], str]
