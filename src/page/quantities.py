"""Quantities as text, written as format.cpp writes them in the terminal's tables."""


def digits(value):
    """About three digits: 0.12, 5.03, 10.8, 160."""
    return f"{value:.{0 if value >= 99.95 else 1 if value >= 9.995 else 2}f}"


def percent(fraction):
    return f"{100 * fraction:.{0 if 100 * fraction >= 9.95 else 1}f}%"


def ratio(value):
    """1.53×"""
    return f"{digits(value)}×"


def seconds(value):
    return _with_unit(value * 1e9, ("ns", "µs", "ms", "s"))


def memory(count):
    return f"{count:.0f} B" if count < 1000 else _with_unit(count / 1000, ("kB", "MB", "GB", "TB"))


def memory_of_call(count, resolution):
    """n/a if it was not measured; less than the resolution if nothing more is known."""
    if count is None:
        return "n/a"
    return f"< {memory(resolution)}" if count < resolution else memory(count)


def cache(count):
    """The size of a cache, for which powers of 1024 are usual."""
    for unit in ("B", "KiB", "MiB"):
        if count < 1024:
            return f"{count:.4g} {unit}"
        count /= 1024
    return f"{count:.4g} GiB"


def count(number):
    return f"{number:,}"


def things(number, name):
    """1 thread, 2 threads."""
    return f"{count(number)} {name}{'' if number == 1 else 's'}"


def with_spread(spread, text=seconds):
    """The median, and the deviation as a percentage of the median."""
    return f"{text(spread.middle)} ±{percent(spread.deviation / spread.middle)}"


def listed(words, last="and"):
    """a; a and b; a, b and c."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def _with_unit(value, units):
    unit = 0
    while unit + 1 < len(units) and value >= 999.5:
        value /= 1000
        unit += 1
    return f"{digits(value)} {units[unit]}"
