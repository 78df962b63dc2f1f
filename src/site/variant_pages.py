"""Shows a variant's code in its section, and links inline code that names a variant to this section.

The sections are those of docs/variants/<chapter>.md whose heading is the name of a file in src/variants/<chapter>/.
"""

from docutils import nodes

from source_pages import PROJECT, link_to, not_linked_in

VARIANTS = {path.stem: path for path in (PROJECT / "src/variants").glob("*/*.cpp")}


def kernel_of(name):
    """A variant's functions: what stands in its namespace before its entry in the catalog."""
    text = VARIANTS[name].read_text(encoding="utf-8").partition("\nextern const Entry entry")[0]
    return text.partition(f"namespace reductions::{name} {{\n")[2].strip() + "\n"


def code_of(app, docname, name):
    """The variant's code, under a line that names its file and the command that runs it."""
    path = VARIANTS[name]
    file = nodes.literal("", path.relative_to(PROJECT).as_posix())
    line = nodes.paragraph("", "", link_to(app, docname, path, [file]), nodes.Text(" – "),
                           nodes.literal("", f"make run-{name}"), classes=["sample-file"])
    code = nodes.literal_block(kernel_of(name), kernel_of(name), language="cpp")
    return nodes.container("", line, code, classes=["sample"])


def _is_page_of(docname, name):
    return docname == f"variants/{VARIANTS[name].parent.name}"


def _add_code(app, doctree):
    docname = app.env.docname
    for section in doctree.findall(nodes.section):
        name = section.next_node(nodes.title).astext()
        if name in VARIANTS and _is_page_of(docname, name):
            section.insert(1, code_of(app, docname, name))


def _sections_around(node):
    """The identities of the sections that contain a node."""
    identities = []
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.section):
            identities += node["ids"]
    return identities


def _link_variants(app, doctree, docname):
    for code in list(doctree.findall(nodes.literal)):
        name = code.astext()
        if name not in VARIANTS or not_linked_in(code.parent):
            continue
        page = f"variants/{VARIANTS[name].parent.name}"
        if page == docname and nodes.make_id(name) in _sections_around(code):
            continue
        uri = app.builder.get_relative_uri(docname, page) + "#" + nodes.make_id(name)
        code.replace_self(nodes.reference("", "", code.deepcopy(), refuri=uri, internal=True, classes=["variant"]))


def setup(app):
    app.connect("doctree-read", _add_code)
    app.connect("doctree-resolved", _link_variants)
    return {"parallel_read_safe": False}
