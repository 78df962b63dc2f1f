"""Makes Debian's Furo work from the file system.

Its style sheet imports another one by an absolute address. Its script is a module, which browsers do not load from the
file system; theme.js is in its place.
"""

import pathlib
import shutil

ADDRESS = "/javascript/normalize.css/normalize.css"
INSTALLED = pathlib.Path("/usr/share") / ADDRESS.lstrip("/")


def _leave_out_script(app, pagename, templatename, context, doctree):
    context["script_files"] = [script for script in context["script_files"]
                               if "furo.js" not in str(getattr(script, "filename", script))]


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
    app.add_js_file("theme.js")
    app.connect("html-page-context", _leave_out_script)
    app.connect("build-finished", _copy_style_sheet)
    return {"parallel_read_safe": True}
