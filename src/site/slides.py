"""Makes slides of each lesson, from the lesson's own page: course/NN-title.html has course/NN-title-slides.html.

A slide shows the first sentence of each paragraph up to a program, a table or a figure. It shows lists and questions
whole. So a lesson is written once, and a paragraph's first sentence must say what the paragraph is about.
"""

import re

from docutils import nodes

LESSON = re.compile(r"course/\d\d-")
SENTENCE_END = re.compile(r"(?<=[.?!])\s")
MOST_LINES = 4  # of code that needs no slide of its own


def first_sentence(paragraph):
    """The paragraph up to the end of its first sentence."""
    start = nodes.paragraph()
    for child in paragraph.children:
        end = SENTENCE_END.search(child) if isinstance(child, nodes.Text) else None
        if end:
            start += nodes.Text(child[:end.start()])
            break
        start += child.deepcopy()
    return start


class Slides:
    """The slides of a lesson: each is a list of nodes."""

    def __init__(self, doctree):
        self.slides = []
        self.points = None  # the list of sentences at the end of the last slide
        lesson = doctree.next_node(nodes.section)
        self.title = lesson.next_node(nodes.title).astext()
        self.begin(self.title)
        self.add_all(child for child in lesson.children[1:] if not isinstance(child, nodes.section))
        for section in (child for child in lesson.children if isinstance(child, nodes.section)):
            self.heading = section.next_node(nodes.title).astext()
            self.begin(self.heading)
            self.add_all(section.children[1:])
        self.slides = [slide for slide in self.slides if len(slide) > 1]

    def begin(self, heading):
        self.heading = heading
        self.slides.append([nodes.raw("", f"<h2>{heading}</h2>", format="html")])
        self.points = None

    def add_all(self, children):
        for child in children:
            self.add(child)

    def add(self, node):
        classes = node.get("classes", []) if isinstance(node, nodes.Element) else []
        if "after" in classes:
            self.begin(self.heading)
            self.add_all(node.children)
        elif "exercise" in classes:
            self.add_all(self.task(node))
        elif "prediction" in classes:
            self.slides[-1].append(node)
        elif isinstance(node, nodes.paragraph) and "sample-file" not in classes:
            self.add_point(node)
        elif isinstance(node, (nodes.target, nodes.comment, nodes.raw)) and "player" not in node.astext()[:40]:
            pass  # what only the page needs
        else:
            self.slides[-1].append(node)
            self.points = None
            is_short = isinstance(node, nodes.literal_block) and len(node.astext().splitlines()) <= MOST_LINES
            if not is_short and not isinstance(node, (nodes.rubric, nodes.bullet_list, nodes.enumerated_list)):
                self.begin(self.heading)

    def add_point(self, paragraph):
        """A question is shown whole. What leads to a list is no point of a list itself."""
        if self.heading == "Explain" or paragraph.astext()[-1] not in ".?!\"”":
            self.slides[-1].append(paragraph)
            self.points = None
            return
        if self.points is None:
            self.points = nodes.bullet_list()
            self.slides[-1].append(self.points)
        self.points += nodes.list_item("", first_sentence(paragraph))

    @staticmethod
    def task(exercise):
        """An exercise up to the list of what is checked."""
        for child in exercise.children:
            if isinstance(child, (nodes.rubric, nodes.paragraph, nodes.bullet_list)):
                yield child
            if isinstance(child, nodes.bullet_list):
                return


def _make(app, doctree, docname):
    if LESSON.match(docname) and app.builder.format == "html":
        app.env.slides[docname] = Slides(doctree.deepcopy())
        name = docname.partition("/")[2] + "-slides.html"
        link = nodes.reference("", "Slides of this lesson", refuri=name, internal=True)
        doctree.next_node(nodes.section).append(nodes.paragraph("", "", link))


def _pages(app):
    for docname, lesson in app.env.slides.items():
        slides = ["".join(app.builder.render_partial(node)["fragment"] for node in slide) for slide in lesson.slides]
        context = {"title": lesson.title, "slides": slides, "lesson": docname}
        yield docname + "-slides", context, "slides.html"


def _start(app):
    app.env.slides = {}


def setup(app):
    app.connect("builder-inited", _start)
    app.connect("doctree-resolved", _make, priority=900)
    app.connect("html-collect-pages", lambda app: list(_pages(app)))
    return {"parallel_read_safe": False, "parallel_write_safe": False}
