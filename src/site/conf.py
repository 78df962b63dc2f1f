"""Sphinx's configuration of the site: the pages of docs/, in the colours of the report page.

`make site` calls it. The modules beside this file add what a lesson needs and what links to the project's files.
"""

import pathlib
import sys

from docutils import nodes

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent / "page")]

from colours import COLOURS  # noqa: E402

project = "Parallel reductions in C++"
html_title = project
extensions = ["myst_parser", "offline", "source_pages", "variant_pages",
              "lessons", "slides", "interleaving_player"]
root_doc = "index"
myst_heading_anchors = 3

pygments_style = "code_style.Light"
pygments_dark_style = "code_style.Dark"

html_theme = "furo"
templates_path = ["templates"]
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False


def _theme(index):
    """Furo's colours, from the report page's."""
    colour = {name: pair[index] for name, pair in COLOURS.items()}
    return {
        "color-foreground-primary": colour["ink"],
        "color-foreground-secondary": colour["muted"],
        "color-foreground-muted": colour["muted"],
        "color-background-primary": colour["paper"],
        "color-background-secondary": colour["shade"],
        "color-background-border": colour["rule"],
        "color-brand-primary": colour["blue"],
        "color-brand-content": colour["blue"],
        "color-right": colour["green"],
        "color-wrong": colour["vermilion"],
    }


html_theme_options = {"light_css_variables": _theme(0), "dark_css_variables": _theme(1)}


def _highlight_asm(app, doctree):
    """Machine code that objdump shows is not quite what the highlighter knows."""
    for block in doctree.findall(nodes.literal_block):
        if block.get("language") == "asm":
            block["force"] = True


def setup(app):
    app.connect("doctree-read", _highlight_asm)
