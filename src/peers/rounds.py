"""Rounds: each takes every turn once, so that a change in the machine's speed affects all of them."""

from dataclasses import dataclass, field
from typing import Callable


@dataclass
class Timed:
    """What takes turns: its seconds, one value per round, and all its answers."""

    take_turn: Callable
    seconds: list = field(default_factory=list)
    answers: set = field(default_factory=set)


def run(groups, rounds, progress):
    """In each round, the members of a group take their turns one after the other; every other round in reverse order.
    The first round is a warm-up."""
    for number in range(1 + rounds):
        for group in groups:
            for timed in group if number % 2 == 1 else reversed(group):
                seconds, answers = timed.take_turn()
                timed.answers.update(answers)
                if number > 0:
                    timed.seconds.append(seconds)
        progress.step()
