"""The values that the racy variant returned, how often it returned each, and the right value."""

import findings
import quantities
from series import RACY, REDUCTION
from themed_svg import LIGHT, canvas

from .drawing import panel
from .section import NOTHING, Missing, Section, verdict

IDENTITY = "wrong-values"
TITLE = "Answers of the racy variant"
MOST_SHOWN = 5  # wrong values per number of threads
ROW_HEIGHT = 26


def section(sweep):
    answers = findings.racy_answers(sweep)
    if not answers:
        return Missing(IDENTITY, TITLE, f"there are no answers of {RACY} with two or more threads")
    shown = sorted({2, sweep.threads, 2 * sweep.threads} & set(answers)) or sorted(answers)[:1]
    return Section(
        identity=IDENTITY,
        title=TITLE,
        label="Bars: how often the racy variant returned which value",
        caption=_caption(sweep, shown),
        columns=["threads", "value", "seen", "of the right answer", "right answer", "calls"],
        rows=[row for threads in answers for row in _table_rows(sweep, threads, answers[threads])],
        draw=lambda width: _draw(width, sweep, {threads: answers[threads] for threads in shown}),
    )


def _draw(width, sweep, answers):
    groups = {threads: _bars(findings.right_answer(sweep, threads), seen) for threads, seen in answers.items()}
    height = 8 + sum(36 + ROW_HEIGHT * len(bars) for bars in groups.values())
    figure = canvas(width, height)
    top = 0
    for threads, bars in groups.items():
        bottom = top + 32 + ROW_HEIGHT * len(bars)
        _draw_bars(panel(figure, 104, top + 32, width - 78, bottom), bars, answers[threads].total())
        figure.text(4 / width, 1 - (top + 20) / height, f"With {threads} threads", fontweight="bold")
        top = bottom + 4
    return figure


def _bars(right, seen):
    """(value, count, whether it is right): the right value first, the rarest wrong values as one bar."""
    wrong = [(value, times, False) for value, times in seen.most_common() if value != right]
    bars = ([(right, seen[right], True)] if right else []) + wrong[:MOST_SHOWN]
    others = wrong[MOST_SHOWN:]
    if others:
        bars.append((f"{len(others)} other{'s' if len(others) > 1 else ''}", sum(bar[1] for bar in others), False))
    return bars


def _draw_bars(axes, bars, total):
    axes.set_xlim(0, total)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_yticks(range(len(bars)), [value for value, _, _ in bars])
    for row, (_, times, is_right) in enumerate(bars):
        axes.barh(row, total, height=0.6, color=LIGHT["shade"])
        axes.barh(row, times, height=0.6, color=LIGHT["green" if is_right else "purple"])
        axes.annotate(f"{times} of {total}", (1, row), xycoords=("axes fraction", "data"), xytext=(8, 0),
                      textcoords="offset points", va="center_baseline")
        axes.get_yticklabels()[row].set_fontweight("bold" if is_right else "normal")
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_visible(False)
    axes.spines[["bottom", "left"]].set_visible(False)


def _caption(sweep, shown):
    measured = [(threads, sweep.at(RACY, threads=threads)) for threads in shown]
    wrong = [f"in {quantities.count(m.wrong_calls)} of {quantities.count(m.calls)} calls with {threads} threads"
             for threads, m in measured]
    known = all(findings.right_answer(sweep, threads) for threads in shown)
    right = (f"The right value, in bold, is the answer of {REDUCTION}." if known else
             f"The right value is not known if {REDUCTION} was not measured or was not right.")
    return (f"{RACY} on {quantities.count(sweep.size)} elements of type int64 was wrong {quantities.listed(wrong)}. "
            f"Each bar shows how often a value was the answer of the last call of a repetition. {right} The article's "
            "own run printed 18000000 and 36000000 instead of 359999964.")


def _table_rows(sweep, threads, seen):
    right = findings.right_answer(sweep, threads)
    calls = verdict(sweep.at(RACY, threads=threads))
    return [[threads, value, f"{times} of {seen.total()}",
             quantities.percent(float(value) / float(right)) if right else NOTHING, right or "not known", calls]
            for value, times in seen.most_common()]
