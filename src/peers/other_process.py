"""A forked process that answers the requests of this one, one after the other.

It is forked after the arrays are made and before any thread is started. All processes read the same pages of memory
without copying them, and each has its own threads and its own allocator.
"""

import multiprocessing
import signal


class ProcessError(Exception):
    """What the other process cannot do: one line that says what and why."""


class OtherProcess:
    def __init__(self, name, prepare):
        """In the new process, `prepare` returns a description, and the function that answers requests."""
        context = multiprocessing.get_context("fork")
        self._name = name
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, prepare), daemon=True)
        self._process.start()
        theirs.close()
        self.description = self._received()

    def ask(self, *request):
        self._connection.send(request)
        return self._received()

    def _received(self):
        try:
            received = self._connection.recv()
        except EOFError:
            self._process.join()
            status = self._process.exitcode
            raise ProcessError(f"{self._name}: the process that calls it ended with status {status}") from None
        if isinstance(received, ProcessError):
            raise received
        return received


def _serve(connection, prepare):
    """Sends the description, then answers requests until the other side closes the pipe."""
    try:
        description, answer = prepare()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # when the other side is interrupted, it closes the pipe
        connection.send(description)
        while True:
            connection.send(answer(*connection.recv()))
    except ProcessError as error:
        connection.send(error)
    except (EOFError, KeyboardInterrupt):
        pass
