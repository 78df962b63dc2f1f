"""Lines of cells as aligned columns."""


def columns(lines, is_text, notes=()):
    """Columns of text begin at the same place; the others, numbers, end there. A note is printed below its line."""
    widths = [max(map(len, column)) for column in zip(*lines)]
    text = ""
    for index, line in enumerate(lines):
        padded = [cell.ljust(width) if left else cell.rjust(width) for cell, width, left in zip(line, widths, is_text)]
        text += "  ".join(padded).rstrip() + "\n"
        if index < len(notes) and notes[index]:
            text += f"    {notes[index]}\n"
    return text
