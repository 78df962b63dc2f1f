#!/usr/bin/env python3
"""Checks files that the grader wrote against their formats:

    formats_test.py [--junit FILE...] [--gradescope FILE...] [--classroom FILE...] [--csv FILE...]
    formats_test.py --folder FOLDER     the files that write_reports wrote there

The schemas are next to this script. XML is checked against its schema by xmllint or by Python's lxml, JSON by Python's
jsonschema. Without them, only these checks are left out, and a line says so.
"""
import argparse
import base64
import csv
import importlib.util
import io
import json
import math
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIRST_COLUMNS = ["submission", "exercise", "verdict", "points", "most points"]
LAST_COLUMNS = ["seed", "level", "seconds"]
# The bytes of a message, one sentence about points, and what stands between.
LONGEST_TEXT = 4200
NOT_CHECKED = set()


class Wrong(Exception):
    """What is wrong with a file."""


def require(condition, words):
    if not condition:
        raise Wrong(words)


def text_of(path):
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise Wrong(error.strerror) from error
    except UnicodeDecodeError as error:
        raise Wrong(f"not UTF-8: {error}") from error


def check_texts(texts):
    """No control characters but line breaks, and nothing longer than a message may be."""
    for text in texts:
        found = re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
        require(not found, f"the character {found and found.group()!r} in {text[:60]!r}")
        require(len(text.encode()) <= LONGEST_TEXT, f"a text of {len(text.encode())} bytes, {text[:60]!r}...")


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)


def check_against_xsd(path, schema):
    if shutil.which("xmllint"):
        command = ["xmllint", "--noout", "--nonet", "--schema", schema, path]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        require(result.returncode == 0, result.stderr.strip())
    elif importlib.util.find_spec("lxml"):
        from lxml import etree
        validator = etree.XMLSchema(etree.parse(str(schema)))
        require(validator.validate(etree.parse(str(path))), str(validator.error_log))
    else:
        NOT_CHECKED.add("XML against junit.xsd, because neither xmllint nor Python's lxml is installed")


def check_against_schema(value, schema):
    if not importlib.util.find_spec("jsonschema"):
        NOT_CHECKED.add("JSON against its schemas, because Python's jsonschema is not installed")
        return
    import jsonschema
    try:
        jsonschema.Draft7Validator(json.loads(schema.read_text())).validate(value)
    except jsonschema.ValidationError as error:
        raise Wrong(f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}") from error


def strict_json(text):
    """Python accepts NaN and a key that comes twice. Most readers do not."""
    def refuse(constant):
        raise Wrong(f"{constant} in JSON")

    def without_repetition(pairs):
        require(len(dict(pairs)) == len(pairs), f"a repeated key among {[key for key, _ in pairs]}")
        return dict(pairs)

    try:
        return json.loads(text, parse_constant=refuse, object_pairs_hook=without_repetition)
    except json.JSONDecodeError as error:
        raise Wrong(f"not JSON: {error}") from error


def check_junit(path):
    text_of(path)
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise Wrong(f"not XML: {error}") from error
    check_against_xsd(path, HERE / "junit.xsd")
    for parent, counted in [(root, root.iter("testcase")), *((suite, suite.iter("testcase")) for suite in root)]:
        cases = list(counted)
        require(int(parent.get("tests")) == len(cases), f"tests={parent.get('tests')}, but there are {len(cases)}")
        for attribute, element in (("failures", "failure"), ("skipped", "skipped")):
            found = sum(case.find(element) is not None for case in cases)
            stated = parent.get(attribute)
            require(stated is None or int(stated) == found, f"{attribute}={stated}, but there are {found}")
    for failure in root.iter("failure"):
        require(failure.text == failure.get("message"), f"two messages: {failure.text!r}, {failure.get('message')!r}")
    for element in root.iter():
        check_texts(value for name, value in element.attrib.items() if name != "classname")
        if element.tag == "failure":
            check_texts([element.text])
        else:
            require(not (element.text or "").strip(), f"text in {element.tag}: {element.text!r}")


def check_gradescope(path):
    report = strict_json(text_of(path))
    check_against_schema(report, HERE / "gradescope.schema.json")
    check_texts(text for text in strings_in(report["tests"]))
    scores = sum(test["score"] for test in report["tests"])
    require(math.isclose(scores, report["score"]), f"a score of {report['score']}, but the tests add up to {scores}")
    for test in report["tests"]:
        require(test["score"] <= test["max_score"], f"{test['score']} of {test['max_score']} points")


def check_classroom(path):
    encoded = text_of(path)
    # A step's output is a line name=value.
    require(re.fullmatch(r"[A-Za-z0-9+/]+={0,2}\n?", encoded), "not one line of base64")
    report = strict_json(base64.b64decode(encoded, validate=False).decode("utf-8"))
    check_against_schema(report, HERE / "classroom.schema.json")
    check_texts(strings_in(report))
    # What the reporter adds up.
    scores = sum(test["score"] for test in report["tests"])
    require(scores <= report["max_score"] + 1e-9, f"{scores} of {report['max_score']} points")
    passed = all(test["status"] == "pass" for test in report["tests"])
    require((report["status"] == "pass") == passed, f"the status {report['status']}")
    for text in strings_in(report):
        for line in text.splitlines():
            # GitHub's runner would obey these (src/Runner.Common/ActionCommand.cs).
            require(not line.strip().startswith("::") and "##[" not in line, f"a command for the runner: {line[:60]!r}")


def check_csv(path):
    text = text_of(path)
    require(text.endswith("\r\n") and not re.search(r"(?<!\r)\n|\r(?!\n)", text), "lines that do not end with CR LF")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Wrong(f"not CSV: {error}") from error
    titles = rows[0]
    criteria = titles[len(FIRST_COLUMNS):-len(LAST_COLUMNS)]
    require(titles[:len(FIRST_COLUMNS)] == FIRST_COLUMNS and titles[-len(LAST_COLUMNS):] == LAST_COLUMNS
            and criteria[1::2] == [f"{name} points" for name in criteria[::2]], f"the titles {titles}")
    require(len(set(titles)) == len(titles), f"a repeated title in {titles}")
    for row in rows[1:]:
        require(len(row) == len(titles), f"{len(row)} cells instead of {len(titles)} in {str(row)[:200]}")
        check_texts(row)
        for cell in row:
            require(not re.match(r"\s*[=+\-@＝＋－＠]|\t", cell), f"a formula: {cell[:60]!r}")
        cells = dict(zip(titles, row))
        points = [float(cells[f"{name} points"] or 0) for name in criteria[::2]]
        require(math.isclose(sum(points), float(cells["points"])), f"{cells['points']} points, but {points}")
        require(float(cells["points"]) <= float(cells["most points"]), f"{cells['points']} of {cells['most points']}")
        require(re.fullmatch(r"[0-9]+", cells["seed"]), f"the seed {cells['seed']!r}")
        float(cells["seconds"])


CHECKS = {"junit": check_junit, "gradescope": check_gradescope, "classroom": check_classroom, "csv": check_csv}
NAMES = {"junit": "junit*.xml", "gradescope": "gradescope*.json", "classroom": "classroom*.txt", "csv": "*.csv"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for kind in CHECKS:
        parser.add_argument(f"--{kind}", nargs="+", type=Path, default=[], metavar="FILE")
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    files = [(kind, path) for kind in CHECKS for path in getattr(arguments, kind)]
    if arguments.folder:
        for kind, name in NAMES.items():
            found = sorted(arguments.folder.glob(name))
            if not found:
                parser.error(f"{arguments.folder} contains no file {name}")
            files += [(kind, path) for path in found]
    if not files:
        parser.error("no files to check")
    wrong = 0
    for kind, path in files:
        try:
            CHECKS[kind](path)
        except Wrong as error:
            print(f"{path}: {kind}: {error}")
            wrong += 1
    for what in sorted(NOT_CHECKED):
        print(f"not checked: {what}")
    print(f"{len(files) - wrong} of {len(files)} files are as their formats require")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
