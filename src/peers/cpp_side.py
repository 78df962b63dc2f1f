"""The C++ side: a separate process that calls the variants in the shared library article_variants.

It is forked after the arrays are made and before any thread is started. Both sides read the same pages of memory
without copying them, and each side has its own threads and its own allocator.
"""

import ctypes
import multiprocessing
import signal
from dataclasses import dataclass

from turns import Turns


class LibraryError(Exception):
    """The library cannot be loaded, or a variant cannot be called: one line that says which and why."""


@dataclass(frozen=True)
class Variant:
    """One of the article's variants, as the library describes it."""

    name: str
    function: str  # the article's function that the variant stands for
    is_right: bool  # whether every answer must be right


class CppSide:
    def __init__(self, library, a, b):
        context = multiprocessing.get_context("fork")
        self._library = library
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, library, a, b), daemon=True)
        self._process.start()
        theirs.close()
        self.compiler, self.processor, self.variants = self._received()

    def take_turn(self, name, threads):
        self._connection.send((name, threads))
        return self._received()

    def _received(self):
        try:
            received = self._connection.recv()
        except EOFError:
            self._process.join()
            status = self._process.exitcode
            raise LibraryError(f"'{self._library}': the process that calls it ended with status {status}") from None
        if isinstance(received, LibraryError):
            raise received
        return received


def _serve(connection, path, a, b):
    """Sends what the library says about itself, then takes the requested turns until the other side closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # when the other side is interrupted, it closes the pipe
    try:
        library = load(path)
        turns = Turns(lambda name, threads, calls: _timed(library, a, b, name, threads, calls))
        connection.send((library.article_variants_compiler().decode(), library.article_variants_processor().decode(),
                         variants_of(library)))
        while True:
            connection.send(turns.take(*connection.recv()))
    except LibraryError as error:
        connection.send(error)
    except EOFError:
        pass


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


def variants_of(library):
    """The article's variants, in its order."""
    return [Variant(library.article_variant_name(index).decode(), library.article_variant_function(index).decode(),
                    library.article_variant_is_right(index)) for index in range(library.article_variant_count())]


def _timed(library, a, b, name, threads, calls):
    answers = (ctypes.c_int64 * calls)()
    seconds = ctypes.c_double()
    arrays = [ctypes.c_void_p(array.ctypes.data) for array in (a, b)]
    numbers = [ctypes.c_size_t(number) for number in (len(a), threads, calls)]
    error = library.call_article_variant(name.encode(), *arrays, *numbers, answers, ctypes.byref(seconds))
    if error is not None:
        raise LibraryError(f"{name}: {error.decode()}")
    return seconds.value, answers
