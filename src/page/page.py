#!/usr/bin/python3
"""Writes the report page:   page.py FOLDER [--copies DIR]

Reads FOLDER/sweep.json, and FOLDER/peers.json if it exists, and writes FOLDER/index.html. With --copies, it also writes
the main figures to DIR, one file per figure.
"""

import sys
from pathlib import Path

from command import InputError, Parser, exit_status, write_file
from figures import sections
from figures.drawing import WIDE
from figures.section import Section
from measured_peers import read_peers
from measured_sweep import read_sweep
from page_html import page
from series import VARIANTS_WITH_A_ROLE
from themed_svg import standalone_svg

COPIED = ("time-per-element", "more-threads", "python-beside-cpp")


def write(path, text):
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def check_variants(path, sweep):
    """The page needs the variants' descriptions, which older sweeps did not write."""
    names = [variant.name for variant in sweep.series.catalog]
    if not names:
        raise InputError(f"{path}: its context does not describe the variants; 'make report' measures again")
    for name in VARIANTS_WITH_A_ROLE:
        if name not in names:
            raise InputError(f"{path}: its context does not describe {name}, which the page compares the others with")


def make_page(folder, copies):
    sweep, peers = read_sweep(folder / "sweep.json"), read_peers(folder / "peers.json")
    check_variants(folder / "sweep.json", sweep)
    drawn = sections(sweep, peers)
    write(folder / "index.html", page(sweep, drawn))
    for section in drawn:
        if copies and isinstance(section, Section) and section.identity in COPIED:
            svg = standalone_svg(section.draw(WIDE), section.identity, section.label)
            write(copies / f"{section.identity}.svg", svg)


def main(command_line):
    parser = Parser(prog="page", description="Writes the report page.")
    parser.add_argument("folder", type=Path, help="contains sweep.json; index.html is written to it")
    parser.add_argument("--copies", type=Path, metavar="DIR", help="a folder for the main figures, one file per figure")
    arguments = parser.parse_args(command_line)
    make_page(arguments.folder, arguments.copies)


if __name__ == "__main__":
    sys.exit(exit_status("page", lambda: main(sys.argv[1:])))
