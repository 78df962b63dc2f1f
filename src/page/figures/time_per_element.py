"""Time per element against the number of elements, with the caches and the size from which threads pay."""

import findings
import quantities
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter
from series import PLAIN_READ
from themed_svg import LIGHT, canvas

from .drawing import (above, is_narrow, legend, legend_height, line, logarithmic_sizes, name_line_ends, panel, shade,
                      styles, title)
from .section import NOTHING, Missing, Section

IDENTITY = "time-per-element"
TITLE = "Time per element"


def section(sweep):
    curves = _curves(sweep)
    if not curves:
        return Missing(IDENTITY, TITLE, "no variant was measured at two sizes")
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Lines: nanoseconds per element against the number of elements",
        caption=_caption(sweep, curves),
        columns=["elements"] + [f"{name}, ns" for name in curves],
        rows=[[quantities.count(size)] + [_cell(dict(points).get(size)) for points in curves.values()]
              for size in sweep.sizes()],
        draw=lambda width: _draw(width, sweep, curves),
    )


def _curves(sweep):
    """The points (size, nanoseconds per element) by series; a curve has at least two points."""
    curves = {}
    for name in sweep.series.compared + [PLAIN_READ]:
        measured = [(size, sweep.at(name, size=size)) for size in sweep.sizes()]
        points = [(size, findings.per_element(measurement, size)) for size, measurement in measured if measurement]
        if len(points) > 1:
            curves[name] = points
    return curves


def _draw(width, sweep, curves):
    narrow = is_narrow(width)
    bottom = 300 if narrow else 430
    names_top = bottom + 48
    figure = canvas(width, names_top + legend_height(len(curves), 1) if narrow else bottom + 44)
    axes = panel(figure, 36, 68, width - (10 if narrow else 222), bottom)
    style_of = styles(sweep.series)
    for name, points in curves.items():
        line(axes, style_of[name], name, points)
    logarithmic_sizes(axes, sweep.sizes())
    _logarithmic_times(axes, curves)
    title(axes, "Nanoseconds per element", pad=44)
    axes.set_xlabel("elements")
    if PLAIN_READ in curves:
        shade(axes, curves[PLAIN_READ], below=True)
    _mark_caches(axes, sweep)
    _mark_crossover(axes, sweep)
    if narrow:
        legend(figure, axes, 1, names_top)
    else:
        ends = [(name, *points[-1]) for name, points in curves.items()]
        name_line_ends(axes, [(name, size, time.middle, style_of[name].colour) for name, size, time in ends])
    return figure


def _logarithmic_times(axes, curves):
    axes.set_yscale("log")
    values = [spread.middle for points in curves.values() for _, spread in points]
    axes.set_ylim(min(values) / 1.5, max(values) * 1.4)
    axes.yaxis.set_major_locator(LogLocator(10, subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.grid(axis="y")


def _mark_caches(axes, sweep):
    low, high = axes.get_xlim()
    for cache in findings.filled_caches(sweep):
        if low < cache.elements < high:
            axes.axvline(cache.elements, color=LIGHT["muted"], linewidth=0.8, zorder=0.6)
            above(axes, cache.elements, f"L{cache.level}", 4)


def _mark_crossover(axes, sweep):
    elements = findings.crossover(sweep).elements
    if elements:
        axes.axvline(elements, color=LIGHT["green"], linestyle=":", linewidth=1.5, zorder=0.7)
        above(axes, elements, f"threads pay from {findings.rounded(elements)}", 22)


def _caption(sweep, curves):
    threads = quantities.things(sweep.threads, "thread")
    caption = f"Arrays of different sizes, type int64, {threads}, on logarithmic scales."
    caption += f" {findings.crossover(sweep).in_words}"
    if PLAIN_READ in curves:
        caption += (f" Times in the grey area are shorter than that of {PLAIN_READ}, a plain read of both arrays with as "
                    "many threads. It includes the start of the threads.")
    filled = [f"{quantities.things(cache.copies, f'L{cache.level} cache')} of {quantities.cache(cache.size)} "
              f"({findings.rounded(cache.elements)} elements)" for cache in findings.filled_caches(sweep)]
    if filled:
        caption += (f" The vertical lines named L show where both arrays, {findings.BYTES_OF_A_PAIR} bytes per element,"
                    f" fill the caches that {threads} can use together: {quantities.listed(filled)}.")
        if sweep.threads > 1:
            caption += " A variant with one thread fills the caches of its core with fewer elements."
    return caption + findings.left_out(sweep) + findings.not_measured(sweep, sweep.series.compared + [PLAIN_READ])


def _cell(spread):
    return NOTHING if spread is None else quantities.with_spread(spread, lambda value: f"{value:.3g}")
