"""Makes Debian's Furo work from the file system: its style sheet imports another one by an absolute address."""

import pathlib
import shutil

ADDRESS = "/javascript/normalize.css/normalize.css"
INSTALLED = pathlib.Path("/usr/share") / ADDRESS.lstrip("/")


def _copy_style_sheet(app, exception):
    if exception:
        return
    styles = pathlib.Path(app.outdir, "_static/styles")
    sheet = styles / "furo.css"
    text = sheet.read_text(encoding="utf-8")
    if ADDRESS in text:
        sheet.write_text(text.replace(ADDRESS, "normalize.css"), encoding="utf-8")
        shutil.copyfile(INSTALLED, styles / "normalize.css")


def setup(app):
    app.connect("build-finished", _copy_style_sheet)
    return {"parallel_read_safe": True}
