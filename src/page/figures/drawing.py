"""What the figures are drawn with: a style for each series, panels placed by pixels, bars and lines with their names.

Each figure is drawn twice: wide for a desktop, and narrow for a phone, on which the text of a wide figure would be too
small.
"""

import math
from dataclasses import dataclass

from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullFormatter, NullLocator
from series import FASTEST, PLAIN_READ
from themed_svg import LIGHT

WIDE = 860
NARROW = 340
LINE_HEIGHT = 17

# Colours and markers of the article's variants, in the article's order.
LOOKS = (("orange", "o"), ("vermilion", "s"), ("blue", "o"), ("sky", "s"), ("green", "D"), ("purple", "X"),
         ("muted", "v"))


@dataclass(frozen=True)
class Style:
    colour: str
    marker: str
    line: str


def styles(series):
    """The style of each series by its name, the same in all figures. Dotted lines belong to variants that are wrong."""
    styles = {}
    for index, name in enumerate(series.of_article):
        colour, marker = LOOKS[index % len(LOOKS)]
        styles[name] = Style(LIGHT[colour], marker, "-" if series.is_right(name) else ":")
    styles[FASTEST] = Style(LIGHT["ink"], "^", "-")
    styles[PLAIN_READ] = Style(LIGHT["muted"], "", "--")
    return styles


def is_narrow(width):
    return width < WIDE


def panel(figure, left, top, right, bottom):
    """Axes between these pixels, counted from the figure's left and top edges."""
    width, height = figure.get_size_inches() * 72
    return figure.add_axes([left / width, 1 - bottom / height, (right - left) / width, (bottom - top) / height])


def title(axes, text, pad=10):
    axes.set_title(text, pad=pad, fontweight="bold")


def bars(axes, names, bars_of, plain_read=None, full=None):
    """Horizontal bars from top to bottom, each with its name and its text above it.

    bars_of has (value, deviation, text, colour) for each name. A value of None shows only the text. A thick mark on
    each bar shows the plain read. A bar of the value `full` has
    the full length; by default, the largest bar has it.
    """
    largest = full or max([value + deviation for value, deviation, _, _ in bars_of if value] + [plain_read or 0]) or 1
    axes.set_xlim(0, largest * 1.02)
    axes.set_ylim(len(names) - 0.35, -0.65)
    for row, (name, (value, deviation, text, colour)) in enumerate(zip(names, bars_of)):
        axes.barh(row, largest * 1.02, height=0.36, color=LIGHT["shade"])
        axes.barh(row, value or 0, height=0.36, color=colour)
        if plain_read:
            axes.plot([plain_read, plain_read], [row - 0.18, row + 0.3], color=LIGHT["ink"], linewidth=2, solid_capstyle="butt")
        if deviation:
            axes.errorbar(value, row, xerr=deviation, color=LIGHT["ink"], elinewidth=1, capsize=2.5)
        axes.annotate(name, (0, row), xytext=(0, 9), textcoords="offset points", va="bottom")
        axes.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(0, 9), textcoords="offset points",
                      ha="right", va="bottom")
    axes.set_axis_off()


def line(axes, style, name, points):
    """Medians with their deviations; points are (x, Spread)."""
    places, medians = [x for x, _ in points], [spread.middle for _, spread in points]
    axes.plot(places, medians, color=style.colour, marker=style.marker, linestyle=style.line, label=name)
    axes.errorbar(places, medians, yerr=[spread.deviation for _, spread in points], color=style.colour, fmt="none",
                  elinewidth=1)


def dots(axes, style, points):
    """Markers without a line; points are (x, y)."""
    axes.plot([x for x, _ in points], [y for _, y in points], color=style.colour, marker=style.marker, linestyle="",
              markersize=8)


def name_line_ends(axes, ends):
    """Names to the right of the axes, each connected to the end of its line; ends are (name, x, y, colour)."""
    to_fraction = axes.transData + axes.transAxes.inverted()
    ends = sorted((tuple(to_fraction.transform((x, y))), name, colour) for name, x, y, colour in ends)
    ends.sort(key=lambda end: end[0][1])
    breadth, height = axes.bbox.width / axes.figure.dpi * 72, axes.bbox.height / axes.figure.dpi * 72
    heights = _apart([y for (_, y), _, _ in ends], LINE_HEIGHT / height)
    beside = 1 + 14 / breadth
    for ((x, y), name, colour), height in zip(ends, heights):
        axes.plot([x, beside], [y, height], transform=axes.transAxes, clip_on=False, color=colour, linewidth=1)
        axes.text(beside + 4 / breadth, height, name, transform=axes.transAxes, va="center")


def _apart(heights, gap):
    """The sorted heights, moved until they are at least a gap apart and between 0 and 1."""
    heights = list(heights)
    last = len(heights) - 1
    for _ in range(200):
        for i in range(last):
            missing = gap - (heights[i + 1] - heights[i])
            if missing > 0:
                heights[i] -= missing / 2
                heights[i + 1] += missing / 2
    return [min(max(height, i * gap), 1 - (last - i) * gap) for i, height in enumerate(heights)]


def legend(figure, axes, columns, top):
    """The names of the lines, below the axes; top is the distance from the figure's top in pixels."""
    width, height = figure.get_size_inches() * 72
    handles, names = axes.get_legend_handles_labels()
    figure.legend(handles, names, loc="upper left", bbox_to_anchor=(4 / width, 1 - top / height), ncol=columns,
                  borderaxespad=0, borderpad=0, handlelength=2.4, labelspacing=0.45, columnspacing=2.5)


def legend_height(count, columns):
    return math.ceil(count / columns) * (LINE_HEIGHT + 1) + 8


def logarithmic_sizes(axes, sizes):
    """An x axis with numbers of elements: 10³, 10⁴ and so on."""
    axes.set_xscale("log")
    axes.set_xlim(sizes[0] / 1.3, sizes[-1] * 1.3)
    axes.xaxis.set_major_locator(LogLocator(10))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda size, _: power_of_ten(round(math.log10(size)))))
    axes.xaxis.set_minor_formatter(NullFormatter())


def power_of_ten(exponent):
    return "10" + str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))


def numbers_of_threads(axes, counts):
    """An x axis with numbers of threads, logarithmic if there are many."""
    if counts[-1] > 16:
        axes.set_xscale("log", base=2)
        ticks = [2**power for power in range(counts[-1].bit_length())]
    else:
        ticks = range(1, counts[-1] + 1)
    axes.xaxis.set_major_locator(FixedLocator(list(ticks)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda threads, _: f"{threads:.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())


def shade(axes, points, below):
    """Shades the area below or above a line, over the whole width of the axes; points are (x, Spread)."""
    (first, last), limits = axes.get_xlim(), axes.get_ylim()
    points = [(first, points[0][1])] + points + [(last, points[-1][1])]
    axes.fill_between([x for x, _ in points], [spread.middle for _, spread in points], limits[0 if below else 1],
                      color=LIGHT["shade"], linewidth=0, zorder=0.1)
    axes.set_xlim(first, last)
    axes.set_ylim(limits)


def above(axes, x, text, pixels):
    """Text above the axes at a place on the x axis, moved towards the middle if it would leave the axes."""
    place, _ = (axes.transData + axes.transAxes.inverted()).transform((x, 1))
    side = "left" if place < 0.25 else "right" if place > 0.75 else "center"
    axes.annotate(text, (place, 1), xycoords="axes fraction", xytext=(0, pixels), textcoords="offset points", ha=side,
                  va="bottom", fontsize=11)
