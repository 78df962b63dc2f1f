"""The C++ side: a process that calls the variants in the shared library article_variants."""

import ctypes
from dataclasses import dataclass

from other_process import OtherProcess, ProcessError
from turns import Turns

ANSWERS = {"int64": ctypes.c_int64, "int32": ctypes.c_int64, "float32": ctypes.c_float}  # by the type of the elements


class LibraryError(ProcessError):
    """The library cannot be loaded, or a variant cannot be called: one line that says which and why."""


@dataclass(frozen=True)
class Variant:
    """One of the article's variants, as the library describes it."""

    name: str
    function: str  # the article's function that the variant stands for
    is_right: bool  # whether every answer must be right


class CppSide(OtherProcess):
    def __init__(self, library, a, b):
        super().__init__(f"'{library}'", lambda: _prepare(library, a, b))
        self.compiler, self.processor, self.variants = self.description

    def take_turn(self, name, threads):
        return self.ask(name, threads)


def _prepare(path, a, b):
    """What the library says about itself, and the function that takes a turn."""
    library = load(path)
    turns = Turns(lambda name, threads, calls: timed(library, a, b, name, threads, calls))
    description = compiler_of(library), library.article_variants_processor().decode(), variants_of(library)
    return description, turns.take


def load(path):
    """The library, with the types that src/peers/article_variants.hpp declares."""
    try:
        library = ctypes.CDLL(path)
        library.article_variant_count.restype = ctypes.c_size_t
        for function in (library.article_variant_name, library.article_variant_function):
            function.argtypes = [ctypes.c_size_t]
            function.restype = ctypes.c_char_p
        library.article_variant_is_right.argtypes = [ctypes.c_size_t]
        library.article_variant_is_right.restype = ctypes.c_bool
        library.call_article_variant.restype = ctypes.c_char_p
        library.article_variants_compiler.restype = ctypes.c_char_p
        library.article_variants_processor.restype = ctypes.c_char_p
    except (OSError, AttributeError) as error:
        raise LibraryError(f"--library: '{path}' is not the library of the variants: {error}") from None
    return library


def compiler_of(library):
    return library.article_variants_compiler().decode()


def variants_of(library):
    """The article's variants, in its order."""
    return [Variant(library.article_variant_name(index).decode(), library.article_variant_function(index).decode(),
                    library.article_variant_is_right(index)) for index in range(library.article_variant_count())]


def timed(library, a, b, name, threads, calls):
    """The seconds of all calls together, and the answers."""
    answers = (ANSWERS[a.dtype.name] * calls)()
    seconds = ctypes.c_double()
    arrays = [ctypes.c_void_p(array.ctypes.data) for array in (a, b)]
    numbers = [ctypes.c_size_t(number) for number in (len(a), threads, calls)]
    error = library.call_article_variant(name.encode(), a.dtype.name.encode(), *arrays, *numbers, answers,
                                         ctypes.byref(seconds))
    if error is not None:
        raise LibraryError(f"{name}: {error.decode()}")
    return seconds.value, answers
