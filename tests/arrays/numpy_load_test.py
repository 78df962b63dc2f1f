#!/usr/bin/env python3
"""Compares how our reader and numpy.load read .npy files:   numpy_load_test.py PROGRAM [N]

PROGRAM is read_npy_files. Writes some hundred headers, valid and invalid ones, and N (1000) randomly altered headers.
For each file, both must read the same type, shape and elements, or both must refuse it. DIFFERENCES lists the
exceptions.
"""
import ast
import random
import re
import struct
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

try:
    import numpy
except ImportError:
    print("SKIPPED: NumPy is not installed")
    sys.exit(0)

TYPES = ["int64", "int32", "float64", "float32"]
ELEMENTS = random.Random(0).randbytes(16 * 8 + 3)  # 16 elements of 8 bytes, and a few bytes more
WHOLE = "{'descr': '<i8', 'fortran_order': False, 'shape': (4,), }"


def header(descr="'<i8'", order="False", shape="(4,)"):
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}"


DESCRS = [
    # strings that are types, and strings that are not
    *(f"'{text}'" for text in (
        "<i8", "<i4", "<f8", "<f4", "=i8", "=f4", "|i8", "i8", "i4", "f8", "f4", "l", "q", "p", "i", "d", "f", "<l", "=d",
        "|q", "<i", "int64", "int32", "float64", "float32", "int", "int_", "intp", "intc", "long", "longlong", "float",
        "double", "single", ">i8", ">i4", ">f8", ">f4", ">l", ">d", "<i08", "f0008", "<i2", "<i1", "|i1", "<u8", "<u4",
        "<f2", "<f16", "<c8", "<c16", "|b1", "?", "|S8", "<U2", "|V8", "O", "|O", "<M8[s]", "<m8", "g", "e", "L", "<i80",
        "<i8i8", "<<i8", "", "<", "<i8 ", " <i8", "< i8", "i 8", "i+8", "i-8", "1i8", "(1,)i8", "()i8", "<i8,", "<i4,<i4",
        "<int64", "=float", ">int64", "object", "Int64", "INT64", "l8", "<d8", "\xe9", "i\xb2")),
    # other ways to write a string
    '"<i8"', "'''<i8'''", '"""<f8"""', "'<' 'i8'", "'<' \"i\" u'4'", "'<'\n'i8'", "('<i8')", "u'<i8'", "U'<f4'", "r'<i8'",
    "R'<i8'", "b'<i8'", "rb'<i8'", "f'<i8'", "ur'<i8'", "u '<i8'", r"'<\x698'", r"'\u003ci8'", r"'\U0000003Ci8'",
    r"'<\1518'", r"'\74i8'", "'<i\\\n8'", "'<i\\\r\n8'", r"r'<\x698'", r"'\q<i8'", r"'<\x6'", r"'<\u00'", r"'\U00110000'",
    r"'\N{LESS-THAN SIGN}i8'", r"'<i8\0'", r"'<i8\n'", r"'<i8\'", r"r'<i8\''", "'<i8\n'", "'''<i8\n'''", "'<i8", "<i8'", "'<i8''",
    # other values
    "<i8", "int64", "None", "True", "8", "[]", "{}", "[('a', '<i8')]", "[('', '<i8')]", "[('a', '<i4'), ('b', '<f4')]",
    "('<i8', ())", "('<i8', (1,))", "('<i4', (2,))", "('<i8',)", "['<i8']", "'<i8' if 1 else ''", "'<i8' + ''", "-'<i8'",
]
ORDERS = ["True", "False", "(True)", "true", "TRUE", "0", "1", "None", "'False'", "not True", "True and False", "[]",
          "+True", "False, True", "0L", "False L", ""]
SHAPES = [
    # tuples, and values that are not tuples
    "(4,)", "(4)", "4", "(4 ,)", "( 4, )", "[4]", "()", "(())", "((4,))", "((4,),)", "(4, 4)", "(2, 8)", "(8, 2)",
    "(2, 2, 4)", "(4, 4,)", "(4,, 4)", "(, 4)", "(,)", "(4 4)", "(4", "4,)", "(4,))", "(1, 4)", "(4, 1)", "(16,)", "(17,)",
    "(1,) * 4", "(*[4],)", "tuple([4])", "{4}", "(4;)", "(4)(4)", "(4,) if 1 else ()", "(4, for)", "\t(4,\f)\r\n",
    "(4, # comment\n)", "(4 #,)", "(4,\\\n4)", "(4,\n4)", "(4,\\ 4)", "(4,\\)", "(4,\v)", "(4,\xa0)",
    "(" + "1," * 32 + ")", "(" + "1," * 65 + ")", "(" * 190 + "4," + ")" * 190, "(" * 210 + "4," + ")" * 210,
    # items that are not extents
    "(2 + 2,)", "(4j,)", "(4.0,)", "(4e0,)", "(4.,)", "('4',)", "(None,)", "(True,)", "(False,)", "(True, 4)", "(...,)",
    # signs
    "(-1,)", "(-4,)", "(2, -1)", "(-1, -1)", "(-1, 0)", "(-0,)", "(+4,)", "(--4,)", "(+-4,)", "(- 4,)", "(+ 4,)", "(~4,)",
    # ways to write whole numbers
    "(0x4,)", "(0X4,)", "(0b100,)", "(0o4,)", "(0O4,)", "(04,)", "(00,)", "(0_0,)", "(1_0,)", "(1__0,)", "(1_,)", "(_1,)",
    "(0x_4,)", "(0x,)", "(0b2,)", "(0o8,)", "(4L,)", "(4 L,)", "(4 L L,)", "(4LL,)", "(4l,)", "(0x4L,)", "(4L, 4L)",
    "(4\nL,)", "(4 LL,)", "(L,)", "(4, L)", "('4'L,)",
    # many elements, or none
    "(0,)", "(0, 4)", "(4, 0)", "(0, 0)", "(9223372036854775807,)", "(9223372036854775808,)", "(18446744073709551616,)",
    "(4294967296, 4294967296)", "(3, 6148914691236517206)", "(2305843009213693952,)", "(0, 9223372036854775807)",
    "(0, 9223372036854775808)", "(0, 1152921504606846975)", "(0, 1152921504606846976)", "(0, 4611686018427387904, 2)",
    "(0, 18446744073709551615)", "(1099511627776, 0, 1099511627776)", "(99999999999999999999999, 0)",
]
WHOLES = [
    "", " ", "{}", "{", "}", "{}}", "4", "'descr'", "None", "[]", "dict()", "{,}", "\0", "\x1a",
    " " + WHOLE, "\t " + WHOLE, "\n" + WHOLE, "\n\n\n" + WHOLE, "\n " + WHOLE, "\n\t" + WHOLE, " \n" + WHOLE,
    " \n " + WHOLE, "\x0c" + WHOLE, "\r\n" + WHOLE, "#c\n" + WHOLE, " # c\n" + WHOLE, "#c\n " + WHOLE, "\\\n" + WHOLE,
    "\v" + WHOLE, "\xa0" + WHOLE, "\ufeff" + WHOLE, "\0" + WHOLE, "#\0\n" + WHOLE, "#\xe9\n" + WHOLE,
    WHOLE + "\n", WHOLE + "\n\n  \n", WHOLE + "\r", WHOLE + "\x0c", WHOLE + " # c", WHOLE + "#c\n#c", WHOLE + "\\\n",
    WHOLE + ";", WHOLE + ",", WHOLE + "\0", WHOLE + "\v", WHOLE + "\n4", WHOLE + "\n 4", WHOLE + " L", WHOLE + WHOLE,
    WHOLE + "}", WHOLE + ")", WHOLE + "$", WHOLE + "\xa0", WHOLE + "\x85", "(" + WHOLE + ")", "((\n" + WHOLE + "\n))",
    "(" + WHOLE + ",)", "[" + WHOLE + "]", "+" + WHOLE, WHOLE[:-1], WHOLE[:-3] + "}", WHOLE[:-1] + ",}",
    WHOLE.replace(" ", ""), WHOLE.replace(" ", "  \t\n\r\f"), WHOLE.replace(" ", "\n#c\n"), WHOLE.replace(" ", "\\\n"),
    WHOLE.replace(" ", "\v"), WHOLE.replace("'", '"'), WHOLE.replace("'", "'''"), WHOLE.replace(": '", ":= '"),
    WHOLE.replace("'shape'", "'sh' 'ape'"), WHOLE.replace("'shape'", "'sh\\x61pe'"), WHOLE.replace("'shape'", "b'shape'"),
    WHOLE.replace("'shape'", "'Shape'"), WHOLE.replace("'shape'", "'shape '"), WHOLE.replace("'shape'", "shape"),
    WHOLE.replace("'shape'", "('shape')"), WHOLE.replace("'shape'", "('shape',)"), WHOLE.replace("'descr': '<i8', ", ""),
    WHOLE.replace("'fortran_order': False, ", ""), WHOLE.replace("'shape': (4,), ", ""),
    WHOLE.replace("}", "'extra': 1}"), WHOLE.replace("}", "1: 1}"), WHOLE.replace("}", "'\xe9': 1}"),
    WHOLE.replace("}", "None: None}"), WHOLE.replace("}", "[]: 1}"), WHOLE.replace("}", "**{}}"),
    WHOLE.replace("}", "'shape': (2,)}"), WHOLE.replace("}", "'shape': (2)}"), WHOLE.replace("{", "{'shape': (2), "),
    WHOLE.replace("{", "{'descr': '<f4', "), WHOLE.replace("}", "'descr': '<f4'}"), WHOLE.replace("}", "'descr': 'O'}"),
    WHOLE.replace("{", "{'shape': [{1: (), 'x': {}}, -1, None, '\xe9'], "), WHOLE.replace("{", "{'shape': 1.5, "),
    WHOLE.replace("{", "{'shape': 1+2j, "), WHOLE.replace("{", "{'shape': {1, 2}, "), WHOLE.replace("{", "{'shape': b'', "),
    "{'shape': (4,), 'fortran_order': False, 'descr': '<i8'}", "{'fortran_order': True, 'shape': (2, 4), 'descr': '<f4'}",
    WHOLE + " " * (10_000 - len(WHOLE)), WHOLE + " " * (10_001 - len(WHOLE)), WHOLE + "#" + "\xe9" * 9_900,
    WHOLE + "#" + "\u20ac" * 9_900,
]

# Why we refuse some files that NumPy reads. Each function says whether its reason applies, given the array, the text of
# the header, and 'descr', which is empty if the header cannot be parsed.
DIFFERENCES = {
    "a type or byte order other than the four little-endian types that we read":
        lambda array, text, descr: array.dtype.name not in TYPES or array.dtype.byteorder == ">",
    "an extent below 0 stands for any number of elements, so a file that was cut short would look whole":
        lambda array, text, descr: re.search(r"-\s*[1-9]", text),
    "an element type that is written as an array or a record of that type":
        lambda array, text, descr: isinstance(descr, tuple) or re.search(r"[,()]|^\W?\d", descr),
    "a space or a plus sign within 'i8', which C's strtol accepts":
        lambda array, text, descr: re.search(r"[if][\s+]+0*[48]$", descr),
    "types that are given by their number: dtype('\\t') is int64":
        lambda array, text, descr: re.search(r"^\W?[\x05-\x0c]$", descr),
    "names that NumPy 2 has removed":
        lambda array, text, descr: descr in ("float_", "int0"),
    "characters that are given by their names":
        lambda array, text, descr: "\\N{" in text,
    "literals of kinds that no header needs, if a key appears twice":
        lambda array, text, descr: re.search(r"\d[.jJeE]|[bB][rR]?['\"]|\.\.\.|\{\d|\+\(", text),
}


def altered(text, chance):
    """The text with one to three small faults, or harmless changes."""
    pieces = ["'", '"', "\\", "(", ")", "{", "}", "[", "]", ",", ":", "L", " ", "\n", "#", "0", "8", "-", "+", "_", "x",
              "True", "\t", "<", "=", ">", "|", "\xe9", "'shape': (2,)", "u", "r", "'''", "\\x41", "\0", "."]
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        behind = at + chance.choice((0, 0, 1, 1, 2, 5))
        text = text[:at] + chance.choice(("", text[at], chance.choice(pieces), chance.choice(pieces))) + text[behind:]
    return text


def file_of(text, version, elements=ELEMENTS):
    encoded = text.encode("utf-8" if version[0] == 3 else "latin-1", errors="replace")
    return b"\x93NUMPY" + bytes(version) + struct.pack("<H" if version[0] == 1 else "<I", len(encoded)) + encoded + elements


def all_files(number_altered):
    texts = [header(descr=descr) for descr in DESCRS] + [header(order=order) for order in ORDERS]
    texts += [header(shape=shape) for shape in SHAPES]
    texts += [header(descr=descr, shape=shape, order=order) for descr in ("'<i4'", "'<f8'") for order in ("True", "False")
              for shape in ("()", "(3,)", "(3, 5)", "(1, 5)", "(5, 1)", "(2, 1, 3)", "(0, 3)", "(31,)", "(33,)", "(35,)")]
    texts += WHOLES
    yield from (file_of(text, version) for text in texts for version in ((1, 0), (2, 0), (3, 0)))
    chance = random.Random(20)
    for _ in range(number_altered):
        base = chance.choice((WHOLE, header("'<f4'", "True", "(2, 3L)"), header('"float64"', "False", "(1, 2, 3)")))
        yield file_of(altered(base, chance), chance.choice(((1, 0), (2, 0), (3, 0))))
    yield from (file_of(WHOLE, (major, minor)) for major in (0, 1, 2, 3, 4, 255) for minor in (0, 1))
    for version in ((1, 0), (3, 0)):
        whole = file_of(WHOLE, version, ELEMENTS[:32])
        yield from (whole[:length] for length in range(len(whole) + 1))
    yield file_of(WHOLE, (3, 0)).replace(b"'descr'", b"'desc\xe9")  # not UTF-8
    yield b"PK\x03\x04"
    yield b"\x80\x04N."
    yield b"1 2 3\n"


def by_numpy(path):
    """The array, or None if NumPy refuses the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return numpy.load(path, allow_pickle=False)
    except Exception:  # NumPy raises exceptions of many types
        return None


def line_of(array):
    shape = str(array.shape).replace(" ", "")
    in_order_of_file = array.T if array.flags.f_contiguous and not array.flags.c_contiguous else array
    return f"{array.dtype.name} {shape} {in_order_of_file.tobytes().hex()}"


def difference(array, content):
    """Why we refuse what NumPy reads; None if there is no reason."""
    text = content[10 if content[6] == 1 else 12:].decode("utf-8" if content[6] == 3 else "latin-1", errors="replace")
    text = text[:text.rindex("}") + 1]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            descr = ast.literal_eval(re.sub(r"(?<=\d)\s*L\b", "", text).strip())["descr"]
    except (SyntaxError, ValueError):
        descr = ""
    descr = descr if isinstance(descr, (str, tuple)) else ""
    return next((reason for reason, is_so in DIFFERENCES.items() if is_so(array, text, descr)), None)


def main():
    program = str(Path(sys.argv[1]).resolve())
    seen = dict.fromkeys(["read by both", "refused by both", *DIFFERENCES], 0)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        files = list(all_files(int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
        names = [f"{i}.npy" for i in range(len(files))]
        for name, content in zip(names, files):
            (Path(folder) / name).write_bytes(content)
        ours = subprocess.run([program, *names], cwd=folder, capture_output=True, check=True, text=True).stdout.splitlines()
        assert len(ours) == len(files), "a line for each file"
        for name, content, line in zip(names, files, ours):
            array = by_numpy(Path(folder) / name)
            if line.startswith("refused: "):
                outcome = "refused by both" if array is None else difference(array, content)
            else:
                outcome = "read by both" if array is not None and line == line_of(array) else None
            if outcome is None:
                faults.append(f"{content[:300]!r}\n    NumPy: {array!r}\n    we: {line}")
            else:
                seen[outcome] += 1
    for outcome, count in seen.items():
        print(f"{count:5} {outcome}")
    for fault in faults[:20]:
        print("DIFFERENT", fault)
    print(f"{len(faults)} of {len(files)} files are read differently by numpy.load of NumPy {numpy.__version__}")
    return 1 if faults or min(seen["read by both"], seen["refused by both"]) == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
