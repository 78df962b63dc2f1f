"""How close each variant comes to the machine's read speed, by number of elements and by type."""

import findings
import quantities
from matplotlib.ticker import FuncFormatter, MultipleLocator
from series import FASTEST, PLAIN_READ, REDUCTION
from spread import Spread
from themed_svg import LIGHT, canvas

from .drawing import dots, is_narrow, legend, legend_height, line, logarithmic_sizes, panel, styles, title
from .section import Missing, Section, share

IDENTITY = "share-of-read-speed"
TITLE = "Share of read speed"
HIGHEST_DRAWN = 1.25


def section(sweep):
    by_size, by_type = _by_size(sweep), _by_type(sweep)
    names = [name for name in sweep.series.compared if by_size[name] or by_type[name]]
    if not names:
        return Missing(IDENTITY, TITLE, f"{PLAIN_READ} was not measured together with a variant")
    shares = [part for name in names for _, part in by_size[name] + by_type[name]]
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Lines and dots: each variant's share of the machine's read speed",
        caption=_caption(sweep, max(shares)),
        columns=["variant"] + [f"int64, {quantities.count(size)}" for size in sweep.sizes()]
        + [f"{type}, {quantities.count(sweep.size)}" for type in sweep.types() if type != "int64"],
        rows=[_row(sweep, name) for name in names],
        draw=lambda width: _draw(width, sweep, {name: by_size[name] for name in names}, by_type,
                                 min(HIGHEST_DRAWN, max(1.1, 1.05 * max(shares)))),
    )


def _by_size(sweep):
    return {name: _known((size, findings.share_of_read_speed(sweep, name, size=size)) for size in sweep.sizes())
            for name in sweep.series.compared}


def _by_type(sweep):
    return {name: _known((type, findings.share_of_read_speed(sweep, name, type=type)) for type in sweep.types())
            for name in sweep.series.compared}


def _known(shares):
    return [(place, part) for place, part in shares if part is not None]


def _draw(width, sweep, by_size, by_type, top):
    narrow = is_narrow(width)
    columns = 1 if narrow else 3
    bottom, left, upper, lower = (260, 64, 350, 546) if narrow else (350, 520, 34, 350)
    figure = canvas(width, lower + 48 + legend_height(len(by_size), columns))
    sizes = panel(figure, 50, 34, width - 10 if narrow else 430, bottom)
    style_of = styles(sweep.series)
    for name, shares in by_size.items():
        line(sizes, style_of[name], name, [(size, Spread(part, 0)) for size, part in shares])
    logarithmic_sizes(sizes, sweep.sizes())
    sizes.set_ylim(0, top)
    _percentages(sizes.yaxis)
    sizes.grid(axis="y")
    sizes.axhline(1, color=LIGHT["muted"], linestyle="--", linewidth=1.2)
    sizes.set_xlabel("elements")
    title(sizes, "int64, by number of elements")
    _draw_types(panel(figure, left, upper, width - 24, lower), sweep.types(), by_type, style_of, top)
    legend(figure, sizes, columns, lower + 48)
    return figure


def _draw_types(axes, types, by_type, style_of, top):
    for name, shares in by_type.items():
        dots(axes, style_of[name], [(part, types.index(type)) for type, part in shares if part <= top])
    axes.set_xlim(0, top)
    axes.set_ylim(len(types) - 0.5, -0.5)
    axes.set_yticks(range(len(types)), types)
    axes.tick_params(axis="y", length=0)
    _percentages(axes.xaxis)
    axes.grid(axis="both")
    axes.axvline(1, color=LIGHT["muted"], linestyle="--", linewidth=1.2)
    title(axes, "By type")


def _percentages(axis):
    axis.set_major_locator(MultipleLocator(0.25))
    axis.set_major_formatter(FuncFormatter(lambda part, _: f"{100 * part:.0f}%"))


def _caption(sweep, highest):
    caption = (f"The time of {PLAIN_READ} divided by the variant's time, for the same type, size and number of threads. At "
               "100%, the variant is as fast as a plain read of both arrays, which includes the start of the threads.")
    if highest > HIGHEST_DRAWN:
        caption += (f" Shares above {quantities.percent(HIGHEST_DRAWN)} are only in the table. On few elements, one "
                    "thread may be faster than a plain read that starts several threads.")
    now = [(name, findings.share_of_read_speed(sweep, name))
           for name in [FASTEST, REDUCTION] + sweep.series.of_article[:1]]
    reached = [f"{name} {quantities.percent(part)}" for name, part in now if part is not None]
    if reached:
        caption += f" On {findings.place(sweep)}: {quantities.listed(reached)}."
    caption += f" By type: {quantities.count(sweep.size)} elements, {quantities.things(sweep.threads, 'thread')}."
    return caption + findings.left_out(sweep) + findings.not_measured(sweep, sweep.series.compared + [PLAIN_READ])


def _row(sweep, name):
    of_sizes = [share(findings.share_of_read_speed(sweep, name, size=size)) for size in sweep.sizes()]
    of_types = [share(findings.share_of_read_speed(sweep, name, type=type))
                for type in sweep.types() if type != "int64"]
    return [name] + of_sizes + of_types
