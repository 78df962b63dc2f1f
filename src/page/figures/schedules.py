"""The schedules of OpenMP's loops with idle cores and with one busy core, as shares of the read speed."""

import findings
import quantities
from series import FASTEST, PLAIN_READ, REDUCTION, WORK_STEALING
from themed_svg import LIGHT, canvas

from .drawing import bars, is_narrow, panel, styles, title
from .section import NOTHING, Missing, Section, share, time, verdict

IDENTITY = "schedules"
TITLE = "Schedules and a busy core"
PANELS = {0: "Idle cores", 1: "One busy core"}


def section(sweep):
    if sweep.context.get("num_cpus") == 1:
        return Missing(IDENTITY, TITLE, "this machine has one core, and it takes an idle one beside the busy one")
    shares = _shares(sweep)
    if not all(shares.values()):
        missing = quantities.listed(PANELS[busy].lower() for busy, found in shares.items() if not found)
        return Missing(IDENTITY, TITLE, f"no schedule was measured together with {PLAIN_READ} and with {missing}")
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Bars: each schedule's share of the read speed, with idle cores and with one busy core",
        caption=_caption(sweep),
        columns=["busy cores", "variant", "time", "of read speed", f"speed, {REDUCTION} = 1", "answers"],
        rows=[_row(sweep, name, busy) for busy in PANELS for name in _names(sweep) + [PLAIN_READ]
              if sweep.at(name, busy_cores=busy)],
        draw=lambda width: _draw(width, sweep, shares),
    )


def _names(sweep):
    work_stealing = [variant.name for variant in sweep.series.catalog if variant.name == WORK_STEALING]
    return [REDUCTION] + sweep.series.schedules + work_stealing + [FASTEST]


def _shares(sweep):
    """The shares of the read speed by variant, for each panel. A panel without a schedule is empty."""
    of_panels = {}
    for busy in PANELS:
        found = {name: findings.share_of_read_speed(sweep, name, busy_cores=busy) for name in _names(sweep)}
        found = {name: part for name, part in found.items() if part is not None}
        of_panels[busy] = found if set(found) & set(sweep.series.schedules) else {}
    return of_panels


def _draw(width, sweep, shares):
    narrow = is_narrow(width)
    heights = [44 + 42 * len(found) for found in shares.values()]
    figure = canvas(width, sum(heights) if narrow else max(heights))
    largest = max(1, *(part for found in shares.values() for part in found.values()))
    left, top = 2, 0
    for (busy, found), height in zip(shares.items(), heights):
        axes = panel(figure, left, top + 34, width - 2 if narrow else left + 413, top + height - 2)
        bars(axes, found, [_bar(sweep, name, part, busy) for name, part in found.items()], 1, largest)
        title(axes, PANELS[busy])
        left, top = (left, top + height) if narrow else (445, top)
    return figure


def _bar(sweep, name, part, busy):
    style = styles(sweep.series).get(name)
    speed = _speed(sweep, name, busy)
    text = quantities.percent(part) + (f", {quantities.ratio(speed)}" if speed else "")
    return part, 0, text, style.colour if style else LIGHT["sky"]


def _speed(sweep, name, busy):
    """How many times as fast as the reduction in the same rounds; None if that was not measured."""
    measured, reduction = sweep.at(name, busy_cores=busy), sweep.at(REDUCTION, busy_cores=busy)
    ratio = reduction.ratio_to(measured) if measured and reduction else None
    return ratio.middle if ratio else None


def _caption(sweep):
    caption = (f"Shares of the read speed on {findings.place(sweep)}, and speeds as multiples of that of {REDUCTION}, "
               "which has no schedule clause. The thick mark is the read speed, measured under the same conditions. A "
               "busy core computes something else all the time and reads no memory.")
    for busy, name in PANELS.items():
        speeds = {each: _speed(sweep, each, busy) for each in sweep.series.schedules}
        speeds = {each: speed for each, speed in speeds.items() if speed}
        if speeds:
            fastest = max(speeds, key=speeds.get)
            caption += (f" With {name.lower()}, {fastest} is the fastest of the schedules, at "
                        f"{quantities.ratio(speeds[fastest])} the speed of {REDUCTION}.")
    absent = [name for name in _names(sweep) + [PLAIN_READ]
              if not all(sweep.at(name, busy_cores=busy) for busy in PANELS)]
    return caption + (f" Not measured here: {quantities.listed(absent)}." if absent else "")


def _row(sweep, name, busy):
    measurement = sweep.at(name, busy_cores=busy)
    is_variant = name != PLAIN_READ
    speed = _speed(sweep, name, busy)
    return [busy, name, time(measurement), share(findings.share_of_read_speed(sweep, name, busy_cores=busy)),
            quantities.ratio(speed) if speed else NOTHING, verdict(measurement) if is_variant else NOTHING]
