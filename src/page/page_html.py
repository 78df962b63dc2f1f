"""The page: one HTML document with figures, captions and tables, which loads nothing else."""

import re
from html import escape
from pathlib import Path

from figures.drawing import NARROW, WIDE
from figures.section import NOTHING, Missing
from themed_svg import inline_svg, theme

ARTICLE = "https://pythonspeed.com/articles/numpy-parallelism/"
STYLE_SHEET = Path(__file__).with_name("page.css")


def page(sweep, sections):
    """The whole document."""
    figures = "\n".join(_missing(section) if isinstance(section, Missing) else _figure(section)
                        for section in sections)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Parallel reductions, measured</title>
<link rel="icon" href="data:,">
<style>
{theme()}{STYLE_SHEET.read_text(encoding="utf-8")}</style>
</head>
<body>
<header>
<h1>Parallel reductions, measured</h1>
<p class="lead">The article <a href="{ARTICLE}">Speeding up NumPy with parallelism</a> computes
<code>sum((a[i] - b[i])²)</code> in several ways. This page measures them in C++ with Eigen and OpenMP.</p>
<dl>{_facts(sweep.context)}</dl>
</header>
<main>
<p>Every time is the median of several rounds. The number after ± is the median absolute deviation. The read speed of
this machine is that of the fastest plain read of both arrays, measured in the same rounds. A share of it is the median
of each round's share. The table below each figure contains its numbers.</p>
{figures}
</main>
</body>
</html>
"""


def _facts(context):
    cores = context.get("num_cpus")
    facts = {
        "processor": context.get("processor", "not known"),
        "cores": cores if cores is not None else "not known",
        "compiler": context.get("compiler", "not known"),
        "date": str(context.get("date", "not known"))[:10],
        "plan": context.get("plan"),
        "note": context.get("note"),
    }
    return "".join(f"<div><dt>{name}</dt><dd>{escape(str(value))}</dd></div>"
                   for name, value in facts.items() if value is not None)


def _missing(section):
    return f"""<section id="{section.identity}">
<h2>{escape(section.title)}</h2>
<p class="missing">This figure is missing: {_with_code(section.reason)}.</p>
</section>"""


def _figure(section):
    wide = inline_svg(section.draw(WIDE), f"{section.identity}-wide", section.label)
    narrow = inline_svg(section.draw(NARROW), f"{section.identity}-narrow", section.label)
    return f"""<section>
<h2>{escape(section.title)}</h2>
<figure id="{section.identity}">
<div class="wide">{wide}</div>
<div class="narrow">{narrow}</div>
<figcaption>{_with_code(section.caption)}</figcaption>
</figure>
<details>
<summary>Numbers</summary>
<div class="scrolls" tabindex="0" role="region" aria-label="{escape(section.title)}: numbers">
{_table(section)}
</div>
</details>
</section>"""


def _table(section):
    rows = [[str(cell) for cell in row] for row in section.rows]
    kinds = ["number" if all(map(_is_number, cells)) else "text" for cells in zip(*rows)]
    columns = [_with_code(column).replace("_", "_<wbr>") for column in section.columns]  # a line may end there
    head = "".join(f'<th scope="col" class="{kind}">{column}</th>' for kind, column in zip(kinds, columns))
    body = "\n".join("<tr>" + "".join(f'<td class="{kind}">{_with_code(cell)}</td>' for kind, cell in zip(kinds, row))
                     + "</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _is_number(cell):
    """Whether a cell contains a number with its unit, or says that there is none."""
    return cell.removeprefix("< ")[:1].isdecimal() or cell in (NOTHING, "n/a")


def _with_code(text):
    """Escaped, with the names of variants and functions as code."""
    return re.sub(r"\b[a-z]+(_[a-z]+)+\b", r"<code>\g<0></code>", escape(text))
