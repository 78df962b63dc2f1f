"""Code in the colours of the page. Each can be read on the shaded paper: a contrast of at least 4.5 to 1."""

from pygments.style import Style
from pygments.token import Comment, Generic, Keyword, Name, Number, String, Token


def _styles(ink, muted, keyword, text, directive, paper):
    return paper, {
        Token: ink,
        Comment: f"italic {muted}",
        Comment.Preproc: f"noitalic bold {directive}",
        Comment.PreprocFile: f"noitalic {text}",
        Keyword: f"bold {keyword}",
        Keyword.Type: f"nobold {keyword}",
        Name.Builtin: keyword,
        Number: text,
        String: text,
        Generic.Prompt: muted,
        Generic.Output: ink,
        Generic.Emph: "italic",
        Generic.Strong: "bold",
    }


class Light(Style):
    """On light paper."""

    background_color, styles = _styles("#1c2126", "#545e68", "#005a92", "#00664a", "#a03c00", "#eef0f2")


class Dark(Style):
    """On dark paper."""

    background_color, styles = _styles("#e4e7ea", "#9aa4ae", "#7dbcf0", "#4fd1ac", "#f49a6a", "#20252a")
