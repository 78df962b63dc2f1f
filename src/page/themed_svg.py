"""matplotlib's SVG for a page: it has the colours of the page's theme, and its ids are unique on the page.

Figures are drawn in the light theme's colours. Each colour is then replaced by a CSS custom property, so that the same
SVG has a light and a dark theme. Text remains text, and the same figure always gives the same bytes.
"""

import io
import re
from html import escape

import matplotlib
from matplotlib.figure import Figure

from colours import COLOURS

LIGHT = {name: light for name, (light, _) in COLOURS.items()}

matplotlib.rcParams.update({
    "svg.fonttype": "none",
    "svg.hashsalt": "parallel reductions",
    "font.family": "DejaVu Sans",  # comes with matplotlib; most fonts of browsers are narrower
    "font.size": 12,
    "text.color": LIGHT["ink"],
    "axes.edgecolor": LIGHT["muted"],
    "axes.labelcolor": LIGHT["ink"],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.titlesize": 12,
    "axes.titlelocation": "left",
    "axes.unicode_minus": False,
    "grid.color": LIGHT["rule"],
    "xtick.color": LIGHT["muted"],
    "ytick.color": LIGHT["muted"],
    "xtick.labelcolor": LIGHT["ink"],
    "ytick.labelcolor": LIGHT["ink"],
    "lines.linewidth": 2,
    "lines.markersize": 6,
    "legend.frameon": False,
    "hatch.linewidth": 1,
})

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def canvas(width, height):
    """A figure of this size in pixels of the page, because one point of an unscaled figure is one pixel."""
    figure = Figure(figsize=(width / 72, height / 72))
    figure.patch.set_visible(False)
    return figure


def theme():
    """The colours of both themes as CSS custom properties."""
    light, dark = (" ".join(f"--{name}: {pair[i]};" for name, pair in COLOURS.items()) for i in (0, 1))
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


def inline_svg(figure, identity, label):
    """An SVG element for a page with theme() in its style sheet."""
    return _svg(figure, identity, label, "")


def standalone_svg(figure, identity, label):
    """A complete SVG file, with both themes and a background."""
    style = (f"<style>\n{theme()}svg {{ background: var(--paper); }}\n"
             f"text {{ font-family: {FONT} !important; }}\n</style>")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + _svg(figure, identity, label, style)


def _svg(figure, identity, label, style):
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    _, _, svg = buffer.getvalue().partition("<svg ")
    head, _, body = svg.partition(">")
    view_box = re.search(r'viewBox="([^"]*)"', head)[1]
    body = re.sub(r" *<style.*?</style>\n", "", body, flags=re.DOTALL)  # matplotlib's, which would apply to the page
    body = re.sub(r'\bid="', f'id="{identity}-', body)
    body = re.sub(r'(url\(|href=")#', rf"\1#{identity}-", body)
    for name, colour in LIGHT.items():
        body = body.replace(colour, f"var(--{name})")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{view_box}"'
        f' role="img" aria-label="{escape(label)}" stroke-linejoin="round">{style}{body.rstrip()}\n'
    )
