"""Computes the test vectors again, from the specified order of additions:   specification.py [TEST-VECTORS]

This is a second implementation. It shares no code with the library, and it adds one element after the other. Python's
floats are doubles. A float32 is a double that is rounded after each operation; for one operation, this second rounding
changes nothing. Arrays of more than 100,003 elements would take too long.
"""
import pathlib
import struct
import sys

MOST = 100_003


# The arithmetic of each type: a function that rounds or wraps a result as the type does.
def float64(x):
    return x


def float32(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def wrapping(bits):
    half = 1 << (bits - 1)
    return lambda x: (x + half & 2 * half - 1) - half


int32 = wrapping(32)
int64 = wrapping(64)
TYPES = {"int64": int64, "int32": int32, "float64": float64, "float32": float32}


# The order of the additions.
def sum_of_lanes(lanes, fit):
    """Adds the upper half of the lanes to the lower half, until one is left."""
    while len(lanes) > 1:
        half = len(lanes) // 2
        lanes = [fit(lower + upper) for lower, upper in zip(lanes[:half], lanes[half:])]
    return lanes[0]


BLOCK = 4 * (4_096 + 128)


def sum_of_block(terms, count, fit):
    """Adds up to one block of terms in four streams with `count` lanes each."""
    streams = [[0] * count for _ in range(4)]

    def add_row(stream, row):
        for lane, term in enumerate(row):
            stream[lane] = fit(stream[lane] + term)

    whole_rows = len(terms) // count
    rows = [terms[i * count:(i + 1) * count] for i in range(whole_rows)]
    if len(terms) == BLOCK:
        for i, row in enumerate(rows):  # each stream takes a quarter
            add_row(streams[i // (whole_rows // 4)], row)
    else:
        in_groups = whole_rows // 4 * 4
        for i, row in enumerate(rows):  # of each four rows, each stream takes one
            add_row(streams[i % 4 if i < in_groups else 0], row)
    total = 0
    for term in terms[whole_rows * count:]:
        total = fit(total + term)
    first = [fit(x + y) for x, y in zip(streams[0], streams[2])]
    second = [fit(x + y) for x, y in zip(streams[1], streams[3])]
    return fit(total + sum_of_lanes([fit(x + y) for x, y in zip(first, second)], fit))


def sum_of_terms(terms, fit):
    """Adds neighbouring blocks, then neighbours among the results. An odd last one waits."""
    count = 16 if fit is float32 else 8
    sums = [sum_of_block(terms[i:i + BLOCK], count, fit) for i in range(0, len(terms), BLOCK)] or [0]
    while len(sums) > 1:
        sums = [fit(sums[i] + sums[i + 1]) if i + 1 < len(sums) else sums[i] for i in range(0, len(sums), 2)]
    return sums[0]


# The elements and the functions of print_bits.cpp.
def random_bits(i):
    mask = 2**64 - 1
    bits = (i + 1) * 0x9E3779B97F4A7C15 & mask
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & mask
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & mask
    return bits ^ bits >> 31


def element(bits, name):
    if name == "int64":
        return int64(bits)
    if name == "int32":
        return int32(bits >> 32)
    digits = 53 if name == "float64" else 24
    fraction = (bits >> 64 - digits) * 2.0**-digits * 2.0**((bits & 15) - 8)
    return -fraction if bits & 16 else fraction


def columns(fit, x, y, z):
    """The functions in the order of the columns: a name, the terms, and the type in which they are added."""
    total = fit if fit in (float64, float32) else int64
    yield "sum", x, total
    yield "sum_of_squares", [fit(v * v) for v in x], total
    yield "dot", [fit(v * w) for v, w in zip(x, y)], total
    differences = [fit(v - w) for v, w in zip(x, y)]
    yield "squared_distance", [fit(v * v) for v in differences], total
    yield "larger", [max(v, w) for v, w in zip(x, y)], total
    yield "in_double", [(float(u) - float(v)) * float(w) for u, v, w in zip(x, y, z)], float64


def main():
    path = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "test_vectors.txt")
    bits = [[random_bits((k << 32) + i) for i in range(MOST)] for k in range(3)]
    arrays = {name: [[element(b, name) for b in array] for array in bits] for name in TYPES}
    compared = 0
    wrong = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, size, *row = line.split()
        if int(size) > MOST:
            continue
        functions = columns(TYPES[name], *(array[:int(size)] for array in arrays[name]))
        for (function, terms, fit), expected in zip(functions, row, strict=True):
            answer = sum_of_terms(terms, fit)
            compared += 1
            if fit in (float64, float32):
                answer = float(answer).hex()
                expected = float.fromhex(expected).hex()
            if str(answer) != expected:
                wrong += 1
                print(f"{name}, {size} elements, {function}: {expected}, but the specification gives {answer}")
    print(f"{compared} test vectors, {wrong} of them wrong")
    return wrong != 0 or compared == 0


if __name__ == "__main__":
    sys.exit(main())
