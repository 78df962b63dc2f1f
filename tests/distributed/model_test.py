"""The model of a reduction's time, on machines for which it can be computed by hand."""

import sys
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
sys.path[1:1] = [str(SOURCE / "page"), str(SOURCE / "distributed")]
from model import Machine

MACHINE = Machine(cores=2, latency=1e-6, switch=5e-6, seconds_per_byte=1e-9)


class Allreduce(unittest.TestCase):
    def test_one_rank_sends_nothing(self):
        self.assertEqual(MACHINE.allreduce(1), 0)

    def test_two_ranks_exchange_one_message(self):
        self.assertAlmostEqual(MACHINE.allreduce(2, size=8), 1e-6 + 8e-9)

    def test_the_steps_grow_with_the_logarithm(self):
        wide = MACHINE.with_a_core_for_each_rank()
        self.assertAlmostEqual(wide.allreduce(1024, size=0), 10e-6)
        self.assertAlmostEqual(wide.allreduce(1025, size=0), 11e-6)

    def test_ranks_that_share_a_core_wait_for_each_other(self):
        self.assertAlmostEqual(MACHINE.allreduce(8, size=0), 3 * 4 * 5e-6)


if __name__ == "__main__":
    unittest.main()
