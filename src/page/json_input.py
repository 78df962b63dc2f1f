"""Reads JSON that somebody else may have changed. What cannot be used raises an InputError that names it."""

import json
from pathlib import Path

from command import InputError

NAMES_OF_TYPES = {dict: "an object", list: "a list", str: "a text", int: "a number", float: "a number",
                  type(None): "null"}


def read_json(path):
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise InputError(f"{path}: not JSON: {error}") from None
    return content


def value_of(where, entry, key, *types):
    """The value of the key, which must exist and have one of the types."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, types) or isinstance(value, bool):
        expected = " or ".join(dict.fromkeys(NAMES_OF_TYPES[type] for type in types))
        raise InputError(f"{where}: '{key}' must be {expected}, not {json.dumps(value)[:60]}")
    return value


def number_as_text(where, text):
    """An answer, which remains text so that no digit is lost."""
    try:
        float(text)
    except (TypeError, ValueError):
        raise InputError(f"{where}: the answer {json.dumps(text)[:60]} is not a number as text") from None
    return text
