"""The directives of a lesson: the code of a variant, the prediction, what follows it, and the exercise.

    {sample} NAME               the variant's code
    {prediction} LESSON         the question of src/course/LESSON/prediction.md; its rest is shown when it is answered
    {after-prediction} LESSON   text that is shown when the lesson's question is answered
    {exercise} LESSON           src/course/LESSON/exercise.md, the files that it is about, and its hints

LESSON is the name of the folder. The student's desk reads the same files.
"""

import re
from html import escape

from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.statemachine import StringList

from source_pages import PROJECT
from variant_pages import VARIANTS, code_of

COURSE = PROJECT / "src/course"


def _html(text):
    return nodes.raw("", text, format="html")


def read_prediction(lesson):
    """The question, the choices, the index of the true one, the commands and their meaning."""
    path = COURSE / lesson / "prediction.md"
    asked, commands, meaning = (part.strip() for part in path.read_text(encoding="utf-8").split("\n---\n"))
    question, *choices = re.split(r"^- (?=\[[ x]\] )", asked, flags=re.MULTILINE)
    true = [index for index, choice in enumerate(choices) if choice.startswith("[x]")]
    if len(true) != 1:
        raise ValueError(f"'{path}' has {len(true)} true choices, not one")
    return question.strip(), [" ".join(choice[4:].split()) for choice in choices], true[0], commands, meaning


class LessonDirective(Directive):
    """A directive about the lesson or the variant that its argument names."""

    required_arguments = 1

    @property
    def name_given(self):
        return self.arguments[0]

    def depends_on(self, path):
        self.state.document.settings.env.note_dependency(str(path))

    def parsed(self, text):
        """The nodes of a Markdown text."""
        parent = nodes.container()
        self.state.nested_parse(StringList(text.splitlines(), source=""), 0, parent)
        return parent.children

    def unlinked(self, text):
        """One paragraph of Markdown for a label, in which code must not become a link."""
        return nodes.inline("", "", *self.parsed(text)[0].children, classes=["unlinked"])


class Sample(LessonDirective):
    """The code of a variant."""

    def run(self):
        if self.name_given not in VARIANTS:
            raise self.error(f"there is no variant '{self.name_given}'")
        environment = self.state.document.settings.env
        self.depends_on(VARIANTS[self.name_given])
        return [code_of(environment.app, environment.docname, self.name_given)]


class Prediction(LessonDirective):
    """The question as a form. The browser keeps the answer, and then shows what follows."""

    def run(self):
        lesson = self.name_given
        self.depends_on(COURSE / lesson / "prediction.md")
        question, choices, true, commands, meaning = read_prediction(lesson)
        form = nodes.container(classes=["prediction"])
        form += [_html(f'<form class="prediction" data-lesson="{escape(lesson)}" data-expected="{true}">'
                       "<fieldset><legend>Predict before you run</legend>"), *self.parsed(question)]
        for index, choice in enumerate(choices):
            identity = f"choice-{escape(lesson)}-{index}"
            form += _html(f'<div class="choice"><input type="radio" name="choice" required id="{identity}" '
                          f'value="{index}"><label for="{identity}">')
            form += self.unlinked(choice)
            form += _html("</label></div>")
        form += _html(f'<label class="reason" for="reason-{escape(lesson)}">Why do you think so?</label>'
                      f'<textarea id="reason-{escape(lesson)}" name="reason" rows="2" required></textarea>'
                      '<button type="submit">Record my prediction</button>'
                      '</fieldset><p class="recorded" role="status"></p></form>')
        number = lesson.partition("-")[0]
        form += self.parsed(f"At your desk, `make predict EXERCISE={number}` asks the same question, and then runs the "
                            "program. One of the two is enough.")
        run = nodes.literal_block(commands, commands, language="sh")
        return [form, _after(lesson, [nodes.rubric("", "Run it in the checkout"), run, nodes.rubric("", "What it means"),
                                      *self.parsed(meaning)])]


def _after(lesson, children):
    """What is shown when the lesson's prediction is made, or if the browser runs no scripts."""
    return nodes.container("", _html(f'<div class="after-prediction" data-lesson="{escape(lesson)}">'), *children,
                           _html('</div><p class="locked">This part opens when you have recorded your prediction.</p>'),
                           classes=["after"])


class AfterPrediction(LessonDirective):
    """Text that would give the answer away."""

    has_content = True

    def run(self):
        return [_after(self.name_given, self.parsed("\n".join(self.content)))]


class Exercise(LessonDirective):
    """The exercise, its hints, and the way to it."""

    def shown_file(self, path, language, numbered=False):
        """A file's text under a line that names it."""
        self.depends_on(path)
        text = path.read_text(encoding="utf-8")
        block = nodes.literal_block(text, text, language=language)
        block["linenos"] = numbered
        name = nodes.paragraph("", "", nodes.literal("", path.relative_to(PROJECT).as_posix()), classes=["sample-file"])
        return [name, block]

    def materials(self, folder):
        """What an answer that is a text is about: programs to be labelled, lines to be ordered, a schedule."""
        found = []
        for program in sorted((folder / "programs").glob("*.cpp")):
            found += self.shown_file(program, "cpp", numbered=True)
        frame = folder / "frame.cpp"
        if frame.exists() and frame.name in (folder / "exercise.md").read_text(encoding="utf-8"):
            found += self.shown_file(frame, "cpp")
        starter = folder / "starter.txt"
        if starter.exists():
            found += [*self.parsed("`answer.txt` begins so:"), *self.shown_file(starter, "text")[1:]]
        return found

    def run(self):
        folder = COURSE / self.name_given
        number = self.name_given.partition("-")[0]
        found = []
        text = (folder / "exercise.md").read_text(encoding="utf-8")
        self.depends_on(folder / "exercise.md")
        title, _, body = text.partition("\n")
        box = nodes.container(classes=["exercise"])
        box += nodes.rubric("", title.removeprefix("# "))
        box += self.parsed(body)
        box += self.materials(folder)
        file = "answer.txt" if (folder / "starter.txt").exists() else "sum.cpp"
        box += self.parsed(f"Open `{self.name_given}/{file}` at your [desk](README.md#work-on-the-exercises) in your "
                           f"editor, and start `make EXERCISE={number}` there. Each time you save the file, it is "
                           "checked.")
        hints = folder / "hints.md"
        if hints.exists():
            self.depends_on(hints)
            for count, hint in enumerate(hints.read_text(encoding="utf-8").split("\n---\n"), start=1):
                box += _html(f"<details><summary>Hint {count}</summary>")
                box += self.parsed(hint)
                box += _html("</details>")
        found.append(box)
        return found


def setup(app):
    app.add_directive("sample", Sample)
    app.add_directive("prediction", Prediction)
    app.add_directive("after-prediction", AfterPrediction)
    app.add_directive("exercise", Exercise)
    app.add_js_file("predictions.js")
    return {"parallel_read_safe": False}
