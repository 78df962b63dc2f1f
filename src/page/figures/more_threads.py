"""Speed against the number of threads, with the ideal speed and the read speed of the machine."""

import findings
import quantities
from matplotlib.ticker import FuncFormatter, MaxNLocator
from series import BASELINE, FASTEST, PLAIN_READ, REDUCTION
from themed_svg import LIGHT, canvas

from .drawing import (above, is_narrow, legend, legend_height, line, name_line_ends, numbers_of_threads, panel, shade,
                      styles, title)
from .section import Missing, Section, time, verdict

IDENTITY = "more-threads"
TITLE = "More threads"


def section(sweep):
    if sweep.at(BASELINE, threads=1) is None:
        return Missing(IDENTITY, TITLE, f"{BASELINE} was not measured with 1 thread on "
                                        f"{quantities.things(sweep.size, 'element')} of type int64")
    curves = _curves(sweep)
    if not curves:
        return Missing(IDENTITY, TITLE, "no parallel variant was measured with two numbers of threads")
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Lines: speed against the number of threads",
        caption=_caption(sweep, curves),
        columns=["threads", "variant", "time", "speed", "GB/s", "answers"],
        rows=_rows(sweep),
        draw=lambda width: _draw(width, sweep, curves),
    )


def _curves(sweep):
    """The points (threads, speed) by series; a curve has at least two points."""
    curves = {}
    for name in sweep.series.parallel + [PLAIN_READ]:
        points = [(count, findings.speed_up(sweep, name, count)) for count in sweep.thread_counts()]
        points = [(count, speed) for count, speed in points if speed is not None]
        if len(points) > 1:
            curves[name] = points
    return curves


def _draw(width, sweep, curves):
    narrow = is_narrow(width)
    bottom = 290 if narrow else 400
    names_top = bottom + 48
    figure = canvas(width, names_top + legend_height(len(curves) + 1, 1) if narrow else bottom + 44)
    axes = panel(figure, 44, 48, width - (10 if narrow else 222), bottom)
    style_of = styles(sweep.series)
    for name, points in curves.items():
        line(axes, style_of[name], name, points)
    numbers_of_threads(axes, sweep.thread_counts())
    _speeds(axes, curves)
    cores = sweep.context.get("num_cpus")
    axes.set_xlabel(f"threads (this machine has {quantities.things(cores, 'core')})" if cores else "threads")
    most = sweep.thread_counts()[-1]
    ends = [(name, count, speed.middle, style_of[name].colour)
            for name, (count, speed) in ((name, points[-1]) for name, points in curves.items())]
    ends += _ideal(axes, most)
    if PLAIN_READ in curves:
        shade(axes, curves[PLAIN_READ], below=False)
    if narrow:
        legend(figure, axes, 1, names_top)
    else:
        name_line_ends(axes, ends)
    return figure


def _speeds(axes, curves):
    """The y axis ends a little above the highest speed, because the full ideal line would leave no room for others."""
    highest = max(speed.middle + speed.deviation for points in curves.values() for _, speed in points)
    axes.set_ylim(0, 1.4 * max(1, highest))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}×"))
    axes.grid(axis="y")
    title(axes, f"Times as fast as {BASELINE} with 1 thread", pad=26)


def _ideal(axes, most):
    """Draws the speed that equals the number of threads. Writes its name where it leaves the axes. If it does not leave
    them, returns its end, so that the caller names it like the others."""
    _, top = axes.get_ylim()
    counts = [1 + step * (most - 1) / 100 for step in range(101)]
    axes.plot(counts, counts, color=LIGHT["muted"], linewidth=1.2, linestyle=(0, (1, 2)), label="ideal", zorder=0.9)
    if most <= top:
        return [("ideal", most, most, LIGHT["muted"])]
    above(axes, top, "ideal", 4)
    return []


def _caption(sweep, curves):
    caption = (f"{quantities.count(sweep.size)} elements of type int64. 1× is the speed of {BASELINE} with one "
               f"thread, {time(sweep.at(BASELINE, threads=1))}. On the dotted line, each thread adds as much speed as "
               "the first.")
    if PLAIN_READ in curves:
        caption += f" Speeds in the grey area exceed {PLAIN_READ}, the plain read of both arrays with as many threads."
    at_cores = [(name, findings.speed_up(sweep, name, sweep.threads)) for name in (REDUCTION, FASTEST, PLAIN_READ)]
    reached = [f"{name} {quantities.ratio(speed.middle)}" for name, speed in at_cores if speed]
    if reached:
        caption += f" With {quantities.things(sweep.threads, 'thread')}: {quantities.listed(reached)}."
    return caption + findings.not_measured(sweep, sweep.series.parallel + [PLAIN_READ])


def _rows(sweep):
    rows = []
    for count in sweep.thread_counts():
        for name in [BASELINE] + sweep.series.parallel + [PLAIN_READ]:
            measurement = sweep.at(name, threads=count)
            if measurement:
                rows.append([count, name, time(measurement),
                             quantities.ratio(findings.speed_up(sweep, name, count).middle),
                             f"{findings.gigabytes_per_second(measurement):.3g}", verdict(measurement)])
    return rows
