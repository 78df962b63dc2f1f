"""Speed against the number of threads, beside the ideal and below the machine's limit."""

import findings
import quantities
from findings import FASTEST, LIMIT
from matplotlib.ticker import FuncFormatter, MaxNLocator
from themed_svg import LIGHT, canvas

from .drawing import (above, colour_of, is_narrow, legend, legend_height, line, name_line_ends, numbers_of_threads,
                      panel, shade, title)
from .section import Missing, Section, time, verdict

IDENTITY = "more-threads"
TITLE = "More threads"
PARALLEL_VARIANTS = ("eigen_temporaries_chunked", "fused_loop_chunked", "omp_reduction", "shared_accumulator", FASTEST)


def section(sweep):
    if sweep.at("fused_loop", threads=1) is None:
        return Missing(IDENTITY, TITLE, "fused_loop was not measured with 1 thread on "
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
    """By variant, the points (threads, speed), where there are two at least."""
    curves = {}
    for name in PARALLEL_VARIANTS + (LIMIT,):
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
    for name, points in curves.items():
        line(axes, name, points)
    numbers_of_threads(axes, sweep.thread_counts())
    _speeds(axes, curves)
    cores = sweep.context.get("num_cpus")
    axes.set_xlabel(f"threads (this machine has {quantities.things(cores, 'core')})" if cores else "threads")
    most = sweep.thread_counts()[-1]
    ends = [(name, count, speed.middle, colour_of(name))
            for name, (count, speed) in ((name, points[-1]) for name, points in curves.items())]
    ends += _ideal(axes, most)
    if LIMIT in curves:
        shade(axes, curves[LIMIT], below=False)
    if narrow:
        legend(figure, axes, 1, names_top)
    else:
        name_line_ends(axes, ends)
    return figure


def _speeds(axes, curves):
    """The y axis: a little more than the highest speed, as the ideal would leave no room for the others."""
    highest = max(speed.middle + speed.deviation for points in curves.values() for _, speed in points)
    axes.set_ylim(0, 1.4 * max(1, highest))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}×"))
    axes.grid(axis="y")
    title(axes, "Times as fast as fused_loop with 1 thread", pad=26)


def _ideal(axes, most):
    """As many times as fast as there are threads; named where it leaves the axes, or given back to be named."""
    _, top = axes.get_ylim()
    counts = [1 + step * (most - 1) / 100 for step in range(101)]
    axes.plot(counts, counts, color=LIGHT["muted"], linewidth=1.2, linestyle=(0, (1, 2)), label="ideal", zorder=0.9)
    if most <= top:
        return [("ideal", most, most, LIGHT["muted"])]
    above(axes, top, "ideal", 4)
    return []


def _caption(sweep, curves):
    caption = (f"{quantities.count(sweep.size)} elements of type int64. 1× is the speed of fused_loop with one "
               f"thread, {time(sweep.at('fused_loop', threads=1))}; on the dotted line each thread would add as much "
               "as the first.")
    if LIMIT in curves:
        caption += f" What is grey is faster than {LIMIT}, that is than reading both arrays with as many threads."
    at_cores = [(name, findings.speed_up(sweep, name, sweep.threads)) for name in ("omp_reduction", FASTEST, LIMIT)]
    reached = [f"{name} {quantities.digits(speed.middle)}×" for name, speed in at_cores if speed]
    if reached:
        caption += f" With {quantities.things(sweep.threads, 'thread')}: {quantities.listed(reached)}."
    return caption + findings.not_measured(sweep, PARALLEL_VARIANTS + (LIMIT,))


def _rows(sweep):
    rows = []
    for count in sweep.thread_counts():
        for name in ("fused_loop",) + PARALLEL_VARIANTS + (LIMIT,):
            measurement = sweep.at(name, threads=count)
            if measurement:
                rows.append([count, name, time(measurement),
                             f"{quantities.digits(findings.speed_up(sweep, name, count).middle)}×",
                             f"{findings.gigabytes_per_second(measurement):.3g}", verdict(measurement)])
    return rows
