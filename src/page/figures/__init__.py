"""The page's figures, a file each: what it shows as a drawing, in a caption and in numbers.

A caption states what the data say and nothing else: whatever is measured next, it has to stay true.
"""

from . import more_threads, python_beside_cpp, share_of_the_limit, time_and_memory, time_per_element, wrong_values


def sections(sweep, peers):
    """All figures, in the page's order; that of Python only where there are peers."""
    of_sweep = (time_and_memory, time_per_element, more_threads, share_of_the_limit, wrong_values)
    found = [figure.section(sweep) for figure in of_sweep]
    return found + [python_beside_cpp.section(peers)] if peers else found
