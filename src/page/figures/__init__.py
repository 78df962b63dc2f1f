"""The page's figures: each file makes one figure with its drawing, its caption and its table.

A caption says only what follows from the data, so that it is true for every measurement.
"""

from . import (alternatives, more_threads, python_beside_cpp, schedules, share_of_read_speed, time_and_memory,
               time_per_element, wrong_values)


def sections(sweep, peers):
    """All figures, in the page's order. The last ones need peers."""
    of_sweep = (time_and_memory, time_per_element, more_threads, share_of_read_speed, schedules, wrong_values)
    of_peers = (python_beside_cpp, alternatives) if peers else ()
    return [figure.section(sweep) for figure in of_sweep] + [figure.section(peers) for figure in of_peers]
