"""The C++ side: a process of its own that calls the variants in the shared library article_variants.

It is forked when the arrays are there and no thread has been started. So both sides read the same pages of memory, which
neither copies, and what each side's threads and allocators do stays in its own process.
"""

import ctypes
import multiprocessing
import signal

from turns import Turns


class LibraryError(Exception):
    """The library cannot be loaded, or a variant cannot be called; says in one line which and why."""


class CppSide:
    def __init__(self, library, a, b):
        context = multiprocessing.get_context("fork")
        self._library = library
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, library, a, b), daemon=True)
        self._process.start()
        theirs.close()
        self.compiler, self.processor = self._received()

    def take_turn(self, name, threads):
        self._connection.send((name, threads))
        return self._received()

    def _received(self):
        try:
            received = self._connection.recv()
        except EOFError:
            self._process.join()
            status = self._process.exitcode
            raise LibraryError(f"'{self._library}': the process that called it ended with status {status}") from None
        if isinstance(received, LibraryError):
            raise received
        return received


def _serve(connection, path, a, b):
    """Tells what the library was built with, then takes the turns that it is asked for, until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what interrupts the other side ends this one too
    try:
        library = _load(path)
        turns = Turns(lambda name, threads, calls: _timed(library, a, b, name, threads, calls))
        connection.send((library.article_variants_compiler().decode(), library.article_variants_processor().decode()))
        while True:
            connection.send(turns.take(*connection.recv()))
    except LibraryError as error:
        connection.send(error)
    except EOFError:
        pass


def _load(path):
    """The library, with the types that src/peers/article_variants.hpp declares."""
    try:
        library = ctypes.CDLL(path)
        library.call_article_variant.restype = ctypes.c_char_p
        library.article_variants_compiler.restype = ctypes.c_char_p
        library.article_variants_processor.restype = ctypes.c_char_p
    except (OSError, AttributeError) as error:
        raise LibraryError(f"--library: '{path}' is not the library of the variants: {error}") from None
    return library


def _timed(library, a, b, name, threads, calls):
    answers = (ctypes.c_int64 * calls)()
    seconds = ctypes.c_double()
    arrays = [ctypes.c_void_p(array.ctypes.data) for array in (a, b)]
    numbers = [ctypes.c_size_t(number) for number in (len(a), threads, calls)]
    error = library.call_article_variant(name.encode(), *arrays, *numbers, answers, ctypes.byref(seconds))
    if error is not None:
        raise LibraryError(f"{name}: {error.decode()}")
    return seconds.value, answers
