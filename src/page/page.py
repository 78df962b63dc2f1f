#!/usr/bin/python3
"""Makes the report page of measured files:   page.py FOLDER [--copies DIR]

Reads FOLDER/sweep.json, and FOLDER/peers.json if it is there, and writes FOLDER/index.html. With --copies, the main
figures go into a folder as files of their own as well.
"""

import argparse
import os
import sys
from pathlib import Path

from figures import sections
from figures.drawing import WIDE
from figures.section import Section
from measured import InputError, read_peers, read_sweep
from page_html import page
from themed_svg import standalone_svg

COPIED = ("time-per-element", "more-threads", "python-beside-cpp")


def write(path, text):
    """The whole file or nothing: whoever reads meanwhile sees the former one."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def make_page(folder, copies):
    sweep, peers = read_sweep(folder / "sweep.json"), read_peers(folder / "peers.json")
    drawn = sections(sweep, peers)
    write(folder / "index.html", page(sweep, drawn))
    for section in drawn:
        if copies and isinstance(section, Section) and section.identity in COPIED:
            svg = standalone_svg(section.draw(WIDE), section.identity, section.label)
            write(copies / f"{section.identity}.svg", svg)


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise InputError(f"{message}; --help lists what is understood")


def main():
    parser = Parser(prog="page", description="Makes the report page of measured files.")
    parser.add_argument("folder", type=Path, help="where sweep.json is, and where index.html goes")
    parser.add_argument("--copies", type=Path, metavar="DIR", help="where the main figures go as files of their own")
    try:
        arguments = parser.parse_args()
        make_page(arguments.folder, arguments.copies)
    except InputError as error:
        # Whatever it shows of arguments and files, it is one line, and no terminal obeys it.
        shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(error))
        print(f"page: {shown}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
