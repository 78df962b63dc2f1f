"""What people use instead of the article's functions: time and peak memory as bars, and the answers in a table."""

import quantities
from measured_peers import ALTERNATIVE_TYPES
from spread import Spread
from themed_svg import LIGHT, canvas

from .drawing import bars, is_narrow, panel, title
from .section import Missing, Section

IDENTITY = "alternatives"
TITLE = "What people use instead"
COLOURS = {"C++": "green", "Rust": "vermilion"}  # by the first word of the name; the others are called from Python
COLOUR_OF_PYTHON = "blue"


def section(peers):
    if not peers.alternatives:
        return Missing(IDENTITY, TITLE, "peers.json has none; 'make peers' measures them")
    drawn = [row for row in peers.alternatives if row.threads == peers.alternatives[0].threads]
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Bars: time and peak memory of what people use instead of the article's functions",
        caption=_caption(peers, drawn),
        columns=["threads", "alternative", "threads used", "time", f"time / {peers.baseline}", "peak memory",
                 *ALTERNATIVE_TYPES],
        rows=[_table_row(row, peers.memory_resolution) for row in peers.alternatives],
        draw=lambda width: _draw(width, drawn, peers.memory_resolution),
    )


def _draw(width, rows, resolution):
    height = 44 + 42 * len(rows)
    narrow = is_narrow(width)
    figure = canvas(width, 2 * height if narrow else height)
    names = [row.name for row in rows]
    times = panel(figure, 2, 34, width - 2 if narrow else 415, height - 2)
    bars(times, names, [_time_bar(row) for row in rows])
    title(times, "Time of one call")
    left, top = (2, height) if narrow else (445, 0)
    peaks = panel(figure, left, top + 34, width - 2, top + height - 2)
    bars(peaks, names, [_memory_bar(row, resolution) for row in rows])
    title(peaks, "Peak memory of one call")
    return figure


def _time_bar(row):
    time = Spread.of(row.seconds)
    return time.middle, time.deviation, quantities.with_spread(time), _colour(row)


def _memory_bar(row, resolution):
    return row.peak_memory, 0, quantities.memory_of_call(row.peak_memory, resolution), _colour(row)


def _colour(row):
    return LIGHT[COLOURS.get(row.name.partition(" ")[0], COLOUR_OF_PYTHON)]


def _caption(peers, drawn):
    caption = (f"Other ways to compute the sum, on {quantities.count(peers.size)} elements of type {peers.type}, timed "
               f"in turn: {', '.join(peers.context['alternatives'].get('versions', []))}.")
    parallel = [row.name for row in drawn if row.threads_used > 1]
    if parallel:
        threads = quantities.things(drawn[0].threads, "thread")
        caption += f" {quantities.listed(parallel)} used {threads}, the others one."
    wrong = [f"{row.name} ({type})" for row in drawn for type in row.answers if not row.right[type]]
    return caption + (f" Wrong answers: {quantities.listed(wrong)}." if wrong else " All answers are right.")


def _table_row(row, resolution):
    return [row.threads, row.name, row.threads_used, quantities.with_spread(Spread.of(row.seconds)),
            quantities.with_spread(row.ratio, quantities.ratio),
            quantities.memory_of_call(row.peak_memory, resolution),
            *(_answers(row, type) for type in ALTERNATIVE_TYPES)]


def _answers(row, type):
    found = quantities.listed(row.answers[type])
    if not row.right[type]:
        return f"{found}, wrong"
    return f"{found}, error {row.float32_error:.1e}" if type == "float32" else f"{found}, right"
