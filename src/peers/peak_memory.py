"""The memory that one call needs at most, measured in the same way for everything that this process can call.

Linux remembers the largest number of bytes that were in memory at the same time. Writing 5 to clear_refs makes it
forget the past. Each core counts up to some dozens of pages before it adds them to the total, which limits the
resolution.
"""

import ctypes
import re
from pathlib import Path

RESOLUTION = 1_000_000  # bytes
CLEAR = Path("/proc/self/clear_refs")
STATUS = Path("/proc/self/status")


def of_one_call(call):
    """In bytes; None if Linux does not tell. The first call is not measured, because it starts threads."""
    call()
    _return_freed_memory()
    try:
        CLEAR.write_text("5")
        before = _peak()
        call()
        return max(0, _peak() - before)
    except (OSError, TypeError):
        return None


def _peak():
    return 1024 * int(re.search(r"^VmHWM:\s*(\d+) kB", STATUS.read_text(), re.MULTILINE)[1])


def _return_freed_memory():
    """Otherwise memory that the last call freed would be there already, and would not count."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except AttributeError:
        pass  # only glibc has it
