"""Gives each file of the project that a page names a page of its own, with highlighted code, and links to it.

A page names a file by a link to it, or by its path from the project's top folder as inline code. The path of a document
leads to the document's page. A folder to which a page links gets a page that lists its files.
"""

import pathlib
from html import escape

from docutils import nodes
from pygments.lexers import get_lexer_for_filename
from pygments.util import ClassNotFound
from sphinx import addnodes

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = ("src/", "tests/", "docs/", ".ci/")


def page_name(path):
    """The name of the page that shows a file or a folder of the project, without .html."""
    name = "source/" + path.relative_to(PROJECT).as_posix()
    return name + "/index" if path.is_dir() else name


def link_to(app, docname, path, text):
    """A reference from a page to a file's page. Remembers that the page is needed."""
    app.env.source_pages.add(path)
    uri = app.builder.get_relative_uri(docname, page_name(path))
    return nodes.reference("", "", *text, refuri=uri, internal=True, classes=["source-file"])


def not_linked_in(parent):
    """Whether code in this node must not become a link."""
    return isinstance(parent, (nodes.reference, nodes.title)) or "unlinked" in parent["classes"]


def _named_by(text):
    """The file that inline code names, if there is one."""
    if not text.startswith(FOLDERS) or any(character in text for character in " *<>"):
        return None
    path = (PROJECT / text).resolve()
    return path if path.is_file() and path.suffix != ".md" else None


def _link_files(app, doctree):
    docname = app.env.docname
    folder = pathlib.Path(app.srcdir, docname).parent
    for link in [*doctree.findall(addnodes.download_reference), *doctree.findall(addnodes.pending_xref)]:
        target = link["reftarget"]
        if "://" in target or not target.startswith("."):
            continue
        path = (folder / target).resolve()
        if path.suffix != ".md" and path.exists() and path.is_relative_to(PROJECT):
            link.replace_self(link_to(app, docname, path, link.children))
    for code in list(doctree.findall(nodes.literal)):
        path = _named_by(code.astext())
        page = code.astext().removeprefix("docs/").removesuffix(".md")
        if code.astext() == f"docs/{page}.md" and page in app.env.found_docs and not not_linked_in(code.parent):
            uri = app.builder.get_relative_uri(docname, page)
            code.replace_self(nodes.reference("", "", code.deepcopy(), refuri=uri, internal=True,
                                              classes=["source-file"]))
        elif path and not not_linked_in(code.parent):
            code.replace_self(link_to(app, docname, path, [code.deepcopy()]))


def _with_children(paths):
    """The paths, and what the folders among them contain."""
    open_paths, found = list(paths), set()
    while open_paths:
        path = open_paths.pop()
        if path in found or path.name.startswith("__"):
            continue
        found.add(path)
        if path.is_dir():
            open_paths += path.iterdir()
    return sorted(found)


def _pages(app):
    for path in _with_children(app.env.source_pages):
        name = path.relative_to(PROJECT).as_posix()
        if path.is_dir():
            entries = sorted(entry.name + "/index" * entry.is_dir() for entry in path.iterdir()
                             if not entry.name.startswith("__"))
            items = (f'<li><a href="{escape(entry)}.html">{escape(entry.removesuffix("/index"))}</a></li>'
                     for entry in entries)
            body = f"<ul>{''.join(items)}</ul>"
        else:
            text = path.read_text(encoding="utf-8", errors="replace")
            try:
                language = get_lexer_for_filename(path.name).aliases[0]
            except ClassNotFound:
                language = "text"
            code = app.builder.highlighter.highlight_block(text, language, force=True)
            body = f'<div class="highlight-{language} notranslate">{code}</div>'
        heading = f'<h1 class="source-path">{escape(name)}</h1>'
        yield page_name(path), {"title": name, "body": f"<section>{heading}{body}</section>"}, "page.html"


def _start(app):
    app.env.source_pages = set()


def setup(app):
    app.connect("builder-inited", _start)
    app.connect("doctree-read", _link_files)
    app.connect("html-collect-pages", lambda app: list((*page,) for page in _pages(app)))
    return {"parallel_read_safe": False}
