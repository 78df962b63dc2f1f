"""Time and peak memory of the article's variants, as bars."""

import findings
import quantities
from series import FASTEST, PLAIN_READ
from themed_svg import canvas

from .drawing import bars, is_narrow, panel, styles, title
from .section import NOTHING, Missing, Section, memory, share, time, verdict

IDENTITY = "time-and-memory"
TITLE = "Time and memory"


def section(sweep):
    measured = {name: sweep.at(name) for name in sweep.series.of_article if sweep.at(name)}
    if not measured:
        return Missing(IDENTITY, TITLE, f"none of the article's variants was measured on {findings.place(sweep)}")
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Bars: time and peak memory of each of the article's variants",
        caption=_caption(sweep, measured),
        columns=["variant", "time", "peak heap", "GB/s", "of read speed", "answers"],
        rows=[_row(sweep, name) for name in sweep.series.of_article + [FASTEST, PLAIN_READ] if sweep.at(name)],
        draw=lambda width: _draw(width, measured, sweep.at(PLAIN_READ), styles(sweep.series)),
    )


def _draw(width, measured, plain_read, style_of):
    height = 44 + 42 * len(measured)
    narrow = is_narrow(width)
    figure = canvas(width, 2 * height if narrow else height)
    times = panel(figure, 2, 34, width - 2 if narrow else 415, height - 2)
    bars(times, measured, [_time_bar(m, style_of[name].colour) for name, m in measured.items()],
         plain_read.time.middle if plain_read else None)
    title(times, "Time of one call")
    left, top = (2, height) if narrow else (445, 0)
    peaks = panel(figure, left, top + 34, width - 2, top + height - 2)
    bars(peaks, measured, [(m.peak_heap, 0, memory(m), style_of[name].colour) for name, m in measured.items()])
    title(peaks, "Peak heap")
    return figure


def _time_bar(measurement, colour):
    wrong = ", wrong" if measurement.is_wrong else ""
    return measurement.time.middle, measurement.time.deviation, time(measurement) + wrong, colour


def _caption(sweep, measured):
    caption = f"The article's variants on {findings.place(sweep)}. Thin lines show the spread."
    right = {name: measurement for name, measurement in measured.items() if not measurement.is_wrong}
    if len(right) > 1:
        fastest, slowest = (pick(right, key=lambda name: right[name].time.middle) for pick in (min, max))
        times = right[slowest].time.middle / right[fastest].time.middle
        caption += (f" Of the right variants, {fastest} is the fastest with {time(right[fastest])}, and {slowest} "
                    f"takes {quantities.digits(times)} times as long.")
    plain_read = sweep.at(PLAIN_READ)
    if plain_read:
        caption += f" The thick mark on each bar is the fastest plain read of both arrays, {time(plain_read)}."
    return caption + findings.not_measured(sweep, sweep.series.of_article)


def _row(sweep, name):
    measurement = sweep.at(name)
    has_speed = name not in sweep.series.left_out
    speed = f"{findings.gigabytes_per_second(measurement):.3g}" if has_speed else NOTHING
    part = share(findings.share_of_read_speed(sweep, name)) if has_speed else NOTHING
    return [name, time(measurement), memory(measurement), speed, part, verdict(measurement)]
