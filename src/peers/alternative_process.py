"""A process in which one alternative is loaded. It takes turns, and tells the memory and the answers of calls."""

import time

import numpy as np
import peak_memory
from other_process import OtherProcess
from turns import Turns

CALLS = 3  # for the answers


class AlternativeProcess(OtherProcess):
    def __init__(self, alternative, arrays):
        super().__init__(alternative.name, lambda: _prepare(alternative, arrays))
        self.alternative = alternative
        self.version = self.description

    def take_turn(self, threads):
        return self.ask("turn", threads)

    def peak_memory(self, threads):
        """In bytes, of one call with int64; None if it cannot be measured."""
        return self.ask("memory", threads)

    def answers(self, type, threads):
        return self.ask("answers", type, threads)


def _prepare(alternative, arrays):
    """The version of what was loaded, and the function that answers requests."""
    version, call = alternative.load()
    a, b = arrays["int64"]

    def timed(_, threads, calls):
        answers = []
        start = time.perf_counter()
        for _ in range(calls):
            answers.append(call(a, b, threads))
        return time.perf_counter() - start, map(_number, answers)

    turns = Turns(timed)
    requests = {
        "turn": lambda threads: turns.take(alternative.name, threads),
        "memory": lambda threads: peak_memory.of_one_call(lambda: call(a, b, threads)),
        "answers": lambda type, threads: {_number(call(*arrays[type], threads)) for _ in range(CALLS)},
    }
    return version, lambda request, *details: requests[request](*details)


def _number(answer):
    """Python's int or float with the same value, for an answer that may be a number or an array of NumPy."""
    return np.asarray(answer).item()
