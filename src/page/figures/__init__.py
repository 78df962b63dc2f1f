"""The page's figures: each file makes one figure with its drawing, its caption and its table.

A caption says only what follows from the data, so that it is true for every measurement.
"""

from . import more_threads, python_beside_cpp, share_of_read_speed, time_and_memory, time_per_element, wrong_values


def sections(sweep, peers):
    """All figures, in the page's order. The last one needs peers."""
    of_sweep = (time_and_memory, time_per_element, more_threads, share_of_read_speed, wrong_values)
    found = [figure.section(sweep) for figure in of_sweep]
    return found + [python_beside_cpp.section(peers)] if peers else found
