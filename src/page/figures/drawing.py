"""How the figures draw: one look for each variant, panels placed by pixels, bars and lines with their names.

Each figure is drawn twice: wide for a desk, narrow for a phone, where a wide one's text would be too small to read.
"""

import math

from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullFormatter, NullLocator

from themed_svg import LIGHT

WIDE = 860
NARROW = 340

# Colour, marker and line of each series, the same in all figures.
STYLES = {
    "eigen_temporaries": ("orange", "o", "-"),
    "eigen_temporaries_chunked": ("vermilion", "s", "-"),
    "fused_loop": ("blue", "o", "-"),
    "fused_loop_chunked": ("sky", "s", "-"),
    "omp_reduction": ("green", "D", "-"),
    "shared_accumulator": ("purple", "X", ":"),
    "return_zero": ("muted", "v", ":"),
    "at_the_limit": ("ink", "^", "-"),
    "read_limit": ("muted", "", "--"),
}
LINE_HEIGHT = 17


def colour_of(variant):
    return LIGHT[STYLES.get(variant, ("muted",))[0]]


def is_narrow(width):
    return width < WIDE


def panel(figure, left, top, right, bottom):
    """Axes between these pixels, counted from the figure's left and top."""
    width, height = figure.get_size_inches() * 72
    return figure.add_axes([left / width, 1 - bottom / height, (right - left) / width, (bottom - top) / height])


def title(axes, text, pad=10):
    axes.set_title(text, pad=pad, fontweight="bold")


def bars(axes, names, bars_of, limit=None):
    """Horizontal bars, from the top downwards, with their names and what they say above them.

    bars_of gives for each name (value, deviation, text, colour); a value of None has its text alone. The limit is
    marked at each bar.
    """
    largest = max([value + deviation for value, deviation, _, _ in bars_of if value] + [limit or 0]) or 1
    axes.set_xlim(0, largest * 1.02)
    axes.set_ylim(len(names) - 0.35, -0.65)
    for row, (name, (value, deviation, text, colour)) in enumerate(zip(names, bars_of)):
        axes.barh(row, largest * 1.02, height=0.36, color=LIGHT["shade"])
        axes.barh(row, value or 0, height=0.36, color=colour)
        if limit:
            axes.plot([limit, limit], [row - 0.18, row + 0.3], color=LIGHT["ink"], linewidth=2, solid_capstyle="butt")
        if deviation:
            axes.errorbar(value, row, xerr=deviation, color=LIGHT["ink"], elinewidth=1, capsize=2.5)
        axes.annotate(name, (0, row), xytext=(0, 9), textcoords="offset points", va="bottom")
        axes.annotate(text, (1, row), xycoords=("axes fraction", "data"), xytext=(0, 9), textcoords="offset points",
                      ha="right", va="bottom")
    axes.set_axis_off()


def line(axes, variant, points):
    """Medians with their deviations, in the variant's style; points are (x, Spread)."""
    colour, marker, style = STYLES[variant]
    places, medians = [x for x, _ in points], [spread.middle for _, spread in points]
    axes.plot(places, medians, color=LIGHT[colour], marker=marker, linestyle=style, label=variant)
    axes.errorbar(places, medians, yerr=[spread.deviation for _, spread in points], color=LIGHT[colour], fmt="none",
                  elinewidth=1)


def dots(axes, variant, points):
    """The variant's markers alone."""
    colour, marker, _ = STYLES[variant]
    axes.plot([x for x, _ in points], [y for _, y in points], color=LIGHT[colour], marker=marker, linestyle="",
              markersize=8)


def name_line_ends(axes, ends):
    """Names at the right of the axes, each tied to its line's end; ends are (name, x, y, colour)."""
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
    """The heights, in their order, moved as little as need be to lie a gap apart and between 0 and 1."""
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
    """The names of the lines beneath the axes, beginning so many pixels from the figure's top."""
    width, height = figure.get_size_inches() * 72
    handles, names = axes.get_legend_handles_labels()
    figure.legend(handles, names, loc="upper left", bbox_to_anchor=(4 / width, 1 - top / height), ncol=columns,
                  borderaxespad=0, borderpad=0, handlelength=2.4, labelspacing=0.45, columnspacing=2.5)


def legend_height(count, columns):
    return math.ceil(count / columns) * (LINE_HEIGHT + 1) + 8


def logarithmic_sizes(axes, sizes):
    """Numbers of elements as an x axis: 10³, 10⁴ and so on."""
    axes.set_xscale("log")
    axes.set_xlim(sizes[0] / 1.3, sizes[-1] * 1.3)
    axes.xaxis.set_major_locator(LogLocator(10))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda size, _: power_of_ten(round(math.log10(size)))))
    axes.xaxis.set_minor_formatter(NullFormatter())


def power_of_ten(exponent):
    return "10" + str(exponent).translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))


def numbers_of_threads(axes, counts):
    """Numbers of threads as an x axis, by doublings where there are many."""
    if counts[-1] > 16:
        axes.set_xscale("log", base=2)
        ticks = [2**power for power in range(counts[-1].bit_length())]
    else:
        ticks = range(1, counts[-1] + 1)
    axes.xaxis.set_major_locator(FixedLocator(list(ticks)))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda threads, _: f"{threads:.0f}"))
    axes.xaxis.set_minor_locator(NullLocator())




def shade(axes, points, below):
    """What lies beyond a line, over the whole breadth of the axes; points are (x, Spread)."""
    (first, last), limits = axes.get_xlim(), axes.get_ylim()
    points = [(first, points[0][1])] + points + [(last, points[-1][1])]
    axes.fill_between([x for x, _ in points], [spread.middle for _, spread in points], limits[0 if below else 1],
                      color=LIGHT["shade"], linewidth=0, zorder=0.1)
    axes.set_xlim(first, last)
    axes.set_ylim(limits)


def above(axes, x, text, pixels):
    """A word above the axes, at a place on the x axis; towards the middle where it would leave the axes."""
    place, _ = (axes.transData + axes.transAxes.inverted()).transform((x, 1))
    side = "left" if place < 0.25 else "right" if place > 0.75 else "center"
    axes.annotate(text, (place, 1), xycoords="axes fraction", xytext=(0, pixels), textcoords="offset points", ha=side,
                  va="bottom", fontsize=11)
