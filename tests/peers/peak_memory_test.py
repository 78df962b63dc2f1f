"""The memory that one call needs:   peak_memory_test.py FOLDER RUST MODULE"""

import unittest
import unittest.mock
from pathlib import Path

import program  # noqa: F401, which says where the modules are

import peak_memory


class PeakMemory(unittest.TestCase):
    def setUp(self):
        if peak_memory.of_one_call(lambda: None) is None:
            self.skipTest("Linux does not tell the peak here")

    def test_it_is_what_one_call_needs_at_the_same_time(self):
        def call():
            for size in 40_000_000, 10_000_000:
                bytearray(size)

        self.assertAlmostEqual(peak_memory.of_one_call(call), 40_000_000, delta=peak_memory.RESOLUTION)

    def test_memory_that_was_freed_before_counts_again(self):
        def call():
            return [bytearray(100_000) for _ in range(200)]  # which malloc keeps

        self.assertAlmostEqual(peak_memory.of_one_call(call), 20_000_000, delta=peak_memory.RESOLUTION)

    def test_without_the_system_s_files_it_is_not_available(self):
        for name in "CLEAR", "STATUS":
            with unittest.mock.patch.object(peak_memory, name, Path("/none/such")):
                self.assertIsNone(peak_memory.of_one_call(lambda: None))


if __name__ == "__main__":
    unittest.main()
