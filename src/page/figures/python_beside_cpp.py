"""The article's functions in Python compared with their variants in C++, and with the article's own times."""

import quantities
from spread import Spread
from themed_svg import LIGHT, canvas

from .drawing import is_narrow, legend, legend_height, panel, title
from .section import NOTHING, Missing, Section

IDENTITY = "python-beside-cpp"
TITLE = "Python beside C++"
BAR_HEIGHT = 17


def section(peers):
    if not peers.rows:
        return Missing(IDENTITY, TITLE, "peers.json has no rows")
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Bars: the time of each of the article's functions in Python, in C++ and in the article",
        caption=_caption(peers),
        columns=["threads", "function", "variant", "article's machine", "Python here", "C++ here", "Python / C++",
                 "answers"],
        rows=[_table_row(row) for row in peers.rows],
        draw=lambda width: _draw(width, peers),
    )


def _sides(row):
    """(name, seconds or None, colour) of what is compared."""
    return (("Python here", Spread.of(row.python_seconds).middle, "blue"),
            ("C++ here", Spread.of(row.cpp_seconds).middle, "green"),
            ("the article's machine", row.article_seconds, "orange"))


def _draw(width, peers):
    narrow = is_narrow(width)
    by_threads = {}
    for row in peers.rows:
        by_threads.setdefault(row.threads, []).append(row)
    # A narrow figure has one panel below the other. Panels side by side have the same rows at the same heights.
    slots = {threads: _most_bars(rows if narrow else peers.rows) for threads, rows in by_threads.items()}
    heights = {threads: 48 + BAR_HEIGHT * round((slots[threads] + 1.7) * len(rows))
               for threads, rows in by_threads.items()}
    names_top = sum(heights.values()) if narrow else max(heights.values())
    figure = canvas(width, names_top + legend_height(3, 1 if narrow else 3))
    longest = max(seconds for row in peers.rows for _, seconds, _ in _sides(row) if seconds)
    breadth = width if narrow else (width + 26) / len(by_threads)
    left, top = 2, 0
    for threads, rows in by_threads.items():
        axes = panel(figure, left, top + 34, left + breadth - (68 if narrow else 96), top + heights[threads] - 14)
        _draw_bars(axes, rows, slots[threads] + 1.7, longest)
        title(axes, quantities.things(threads, "thread"))
        left, top = (left, top + heights[threads]) if narrow else (left + breadth, top)
    legend(figure, axes, 1 if narrow else 3, names_top)
    return figure


def _most_bars(rows):
    return max(sum(seconds is not None for _, seconds, _ in _sides(row)) for row in rows)


def _draw_bars(axes, rows, pitch, longest):
    """The name of each function, and below it one bar per side with its time."""
    axes.set_xlim(0, longest)
    axes.set_ylim(pitch * len(rows) - 1.2, -1.6)
    for index, row in enumerate(rows):
        axes.annotate(row.function + ("" if _is_right(row) else ", wrong"), (0, pitch * index - 0.55), va="bottom")
        for side, (name, seconds, colour) in enumerate(_sides(row)):
            place = pitch * index + side
            axes.barh(place, seconds or 0, height=0.8, color=LIGHT[colour], label="" if index else name)
            if seconds:
                axes.annotate(quantities.seconds(seconds), (1, place), xycoords=("axes fraction", "data"),
                              xytext=(8, 0), textcoords="offset points", va="center_baseline", fontsize=11)
    axes.set_axis_off()


def _is_right(row):
    return row.answers_equal and row.python_answers == [row.expected]


def _caption(peers):
    caption = (f"The article's functions in Python and the variants that stand for them in C++, on "
               f"{quantities.count(peers.size)} elements of type {peers.type}. Both ran in turn on one machine: "
               f"{_machine(peers)}. The article's own times come from its author's machine; it does not give one for "
               "every function.")
    equal = sum(row.answers_equal for row in peers.rows)
    caption += f" The answers of Python and C++ are equal in {equal} of {len(peers.rows)} rows."
    right = [row for row in peers.rows if _is_right(row)]
    if len(right) > 1:
        least, most = (pick(right, key=lambda row: row.ratio.middle) for pick in (min, max))
        smallest, largest = (quantities.ratio(row.ratio.middle) for row in (least, most))
        caption += (f" If both are right, Python takes between {smallest} the time of C++ ({_named(least)}) and "
                    f"{largest} ({_named(most)}).")
    return caption


def _machine(peers):
    known = [peers.context.get("processor"), peers.context.get("compiler")]
    known += [f"{name} {peers.context[key]}" for name, key in
              (("Python", "python"), ("NumPy", "numpy"), ("Numba", "numba")) if peers.context.get(key)]
    return ", ".join(text for text in known if text)


def _named(row):
    return f"{row.function} with {quantities.things(row.threads, 'thread')}"


def _table_row(row):
    article = NOTHING if row.article_seconds is None else quantities.seconds(row.article_seconds)
    python, cpp = (quantities.with_spread(Spread.of(side)) for side in (row.python_seconds, row.cpp_seconds))
    ratio = quantities.with_spread(row.ratio, quantities.ratio)
    return [row.threads, row.function, row.variant, article, python, cpp, ratio, _answers(row)]


def _answers(row):
    """Whether the answers of both sides are equal and right; if not, the answers."""
    if _is_right(row):
        return f"equal and right: {row.expected}"
    if row.answers_equal:
        return f"equal and wrong: {row.python_answers[0]}, right is {row.expected}"
    return (f"differ: Python {quantities.listed(row.python_answers)}; C++ {quantities.listed(row.cpp_answers)}; "
            f"right is {row.expected}")
