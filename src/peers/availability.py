"""Whether something that a user may not have installed is there."""

import importlib

from other_process import ProcessError


class Unavailable(ProcessError):
    """The reason, in one line, why something cannot be used. The comparison leaves it out."""


INSTALLED = "'make setup FOR=peers' installs it"


def not_installed(what, remedy=INSTALLED):
    return Unavailable(f"{what} is not installed; {remedy}")


def imported(name, remedy=INSTALLED):
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise not_installed(f"Python's module {error.name}", remedy) from None
    except Exception as error:  # a module that does not support this NumPy may raise anything
        raise Unavailable(f"it cannot be loaded: {first_line(error)}") from None


def first_line(text):
    return str(text).partition("\n")[0]
