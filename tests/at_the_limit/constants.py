#!/usr/bin/python3
"""Shows what the constants and the parts of at_the_limit.hpp gain:   constants.py FOLDER [COMPILER [ELEMENTS...]]

Makes copies of the header in FOLDER, each with one thing changed, compiles them into one program, and runs it. The
program calls the versions in turn, in random order. The table has the median of each version's time divided by that of
the header as it is, round by round. Without a COMPILER, it only makes the copies.
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = HERE.parents[1] / "src/at_the_limit/at_the_limit.hpp"

# What each version changes: text of the header, and what stands there instead.
VERSIONS = {
    "no prefetching": [("    (__builtin_prefetch(", "    if (false) (__builtin_prefetch(")],
    "512 bytes prefetched": [("under_way = 2'048", "under_way = 512")],
    "8 KiB prefetched": [("under_way = 2'048", "under_way = 8'192")],
    "whole pages": [("{4} * (4'096 + 128)", "{4} * 4'096")],
    "half blocks": [("{4} * (4'096 + 128)", "{4} * (2'048 + 128)")],
    "double blocks": [("{4} * (4'096 + 128)", "{4} * (8'192 + 128)")],
    "no help": [("i < count; ++i) {\n            Share& share", "i < 1; ++i) {\n            Share& share")],
    "no own shares": [("next = sums.size() * i / count", "next = 0"),
                      ("end = sums.size() * (i + 1) / count", "end = i == 0 ? sums.size() : 0"),
                      ("[(thread + i) % count]", "[i]")],
    "a team at once": [("alone = 2 * block", "alone = block / 8"), ("if (size <= block) return", "if (size <= alone) return")],
}


def version(text, name, changes):
    """The header with the changes, in the namespace `name`."""
    for old, new in changes:
        if text.count(old) != 1:
            sys.exit(f"constants: at_the_limit.hpp must contain '{old}' once, and contains it {text.count(old)} times")
        text = text.replace(old, new)
    return re.sub(r"\bat_the_limit\b(?!\.hpp)", name, text.replace("#pragma once\n", ""))


def main(folder, compiler=None, *elements):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    text = HEADER.read_text(encoding="utf-8")
    names = {}
    for index, (title, changes) in enumerate([("as it is", []), *VERSIONS.items()]):
        names[title] = f"version_{index}"
        (folder / f"version_{index}.hpp").write_text(version(text, f"version_{index}", changes), encoding="utf-8")
    (folder / "versions.hpp").write_text("".join(f'#include "{name}.hpp"\n' for name in names.values()), encoding="utf-8")
    (folder / "versions.inc").write_text(
        "".join(f'VERSION("{title}", {name})\n' for title, name in names.items()), encoding="utf-8")
    if compiler is None:
        return
    program = folder / "constants"
    subprocess.run([compiler, "-std=c++20", "-O2", "-fopenmp", f"-I{folder}", str(HERE / "constants.cpp"), "-o",
                    str(program)], check=True)
    subprocess.run([str(program), *elements], check=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
