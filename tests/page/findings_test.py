#!/usr/bin/python3
"""Checks what the page says about its measurements, with sweeps whose results are known."""

import math
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src" / "page"))
import findings  # noqa: E402
import quantities  # noqa: E402
from figures import drawing, section  # noqa: E402
from measured_peers import Peer  # noqa: E402
from measured_sweep import Measurement, Point, Sweep  # noqa: E402
from series import FASTEST, PLAIN_READ, Series, Variant  # noqa: E402
from spread import Spread  # noqa: E402


def sweep(times, context=None):
    """A sweep of {(variant, size, threads): seconds}."""
    return Sweep(context or {"num_cpus": 2},
                 {Point(variant, "int64", size, threads): Measurement(seconds={0: seconds}, calls=1)
                  for (variant, size, threads), seconds in times.items()})


def gains(*pairs):
    """A sweep of the given pairs (size, speed of omp_reduction divided by the speed of fused_loop)."""
    times = {("fused_loop", size, 2): gain for size, gain in pairs}
    return sweep(times | {("omp_reduction", size, 2): 1 for size, _ in pairs})


class TheSeries(unittest.TestCase):
    SERIES = Series((Variant("serial", "article", "squared", "right"), Variant("other", "races", None, "racy"),
                     Variant("pool", "article", "parallel_squared", "right"),
                     Variant("race", "article", "parallel_bad", "racy"), Variant("zero", "article", "fast", "wrong"),
                     Variant(FASTEST, "limit", None, "right")))

    def test_follow_from_the_catalog(self):
        self.assertEqual(self.SERIES.of_article, ["serial", "pool", "race", "zero"])
        self.assertEqual(self.SERIES.compared, ["serial", "pool", "race", FASTEST])
        self.assertEqual(self.SERIES.left_out, ["zero"])
        self.assertEqual(self.SERIES.parallel, ["pool", "race", FASTEST])

    def test_have_styles_that_differ(self):
        styles = drawing.styles(self.SERIES)
        self.assertEqual(set(styles), {"serial", "pool", "race", "zero", FASTEST, PLAIN_READ})
        self.assertEqual(len(set(styles.values())), len(styles))
        self.assertEqual(len({colour for colour, _ in drawing.LOOKS}), len(drawing.LOOKS))
        self.assertEqual([name for name, style in styles.items() if style.line == ":"], ["race", "zero"])

    def test_more_of_them_than_styles_can_be_drawn(self):
        many = Series(tuple(Variant(f"variant_{index}", "article", "f", "right") for index in range(20)))
        self.assertEqual(len(drawing.styles(many)), 22)


class Verdicts(unittest.TestCase):
    def test_right_is_said_only_about_what_is_proven(self):
        proven = Measurement(calls=6, control_calls=1)
        self.assertEqual(section.verdict(proven), "right")
        within = Measurement(calls=6, calls_within_rounding=6, control_calls=4)
        self.assertEqual(section.verdict(within), "all elements counted, within rounding")
        self.assertEqual(section.verdict(Measurement(calls=6)), "unproven: no memory for control calls")

    def test_wrong_says_in_which_calls(self):
        self.assertEqual(section.verdict(Measurement(calls=6, wrong_calls=2)), "wrong in 2 of 6 calls")
        lost = Measurement(calls=6, calls_within_rounding=6, control_calls=4, wrong_control_calls=4)
        self.assertEqual(section.verdict(lost), "wrong in 4 of 4 control calls")
        self.assertTrue(lost.is_wrong)


class Crossovers(unittest.TestCase):
    def test_is_interpolated_between_the_logarithms_of_two_sizes(self):
        crossover = findings.crossover(gains((100, 0.5), (10_000, 2), (1_000_000, 4)))
        self.assertAlmostEqual(crossover.elements, 1_000)
        self.assertIn("Threads pay from about 1,000 elements", crossover.in_words)

    def test_is_the_last_one(self):
        self.assertAlmostEqual(findings.crossover(gains((1, 2), (10, 0.5), (1_000, 2))).elements, math.sqrt(10_000))

    def test_is_none_if_threads_always_or_never_pay(self):
        always, never = findings.crossover(gains((1, 2), (10, 3))), findings.crossover(gains((1, 2), (10, 1)))
        self.assertIsNone(always.elements)
        self.assertIn("At every measured size, from 1 element on", always.in_words)
        self.assertIsNone(never.elements)
        self.assertIn("did not pay", never.in_words)


class Caches(unittest.TestCase):
    CACHES = [{"type": "Data", "level": 1, "size": 32_768, "num_sharing": 2},
              {"type": "Instruction", "level": 1, "size": 32_768, "num_sharing": 2},
              {"type": "Unified", "level": 3, "size": 1_048_576, "num_sharing": 8}]

    def filled(self, threads):
        found = findings.filled_caches(sweep({("fused_loop", 1, threads): 1}, {"num_cpus": 8, "caches": self.CACHES}))
        return [(cache.level, cache.copies, cache.elements) for cache in found]

    def test_a_private_cache_counts_for_each_thread(self):
        self.assertEqual(self.filled(3), [(1, 3, 3 * 2_048), (3, 1, 65_536)])

    def test_there_are_no_more_caches_than_the_machine_has(self):
        self.assertEqual(self.filled(8), [(1, 4, 4 * 2_048), (3, 1, 65_536)])


class Shares(unittest.TestCase):
    def test_are_of_the_read_speed_at_the_same_point(self):
        there = sweep({("fused_loop", 10, 2): 4, ("plain_read", 10, 2): 3, ("plain_read", 10, 1): 2})
        self.assertEqual(findings.share_of_read_speed(there, "fused_loop"), 0.75)
        self.assertIsNone(findings.share_of_read_speed(there, "omp_reduction"))
        self.assertIsNone(findings.share_of_read_speed(there, "fused_loop", threads=1))

    def test_are_medians_of_the_rounds_shares(self):
        there = sweep({("fused_loop", 10, 2): 0, ("omp_reduction", 10, 2): 0, ("plain_read", 10, 2): 0})
        there.at("plain_read").seconds = {0: 0.25, 1: 5, 2: 25}
        there.at("fused_loop").seconds = {2: 100, 0: 1, 1: 10}
        there.at("omp_reduction").seconds = {0: 0.5, 1: 20, 2: 50}
        self.assertEqual(findings.share_of_read_speed(there, "fused_loop"), 0.25)
        self.assertIn("At every measured size", findings.crossover(there).in_words)

    def test_are_of_the_rounds_in_common(self):
        there = sweep({("fused_loop", 10, 2): 0, ("plain_read", 10, 2): 0})
        there.at("plain_read").seconds = {0: 1, 2: 3}
        there.at("fused_loop").seconds = {1: 1, 2: 4}
        self.assertEqual(findings.share_of_read_speed(there, "fused_loop"), 0.75)
        there.at("fused_loop").seconds = {1: 1}
        self.assertIsNone(findings.share_of_read_speed(there, "fused_loop"))

    def test_speed_is_in_multiples_of_one_thread_of_fused_loop(self):
        there = sweep({("fused_loop", 10, 1): 8, ("omp_reduction", 10, 2): 5})
        self.assertEqual(findings.speed_up(there, "omp_reduction", 2).middle, 1.6)


class Answers(unittest.TestCase):
    def test_the_right_answer_is_known_only_if_no_call_was_wrong(self):
        there = sweep({("omp_reduction", 10, 2): 1})
        measurement = there.at("omp_reduction")
        measurement.answers["360"] += 3
        self.assertEqual(findings.right_answer(there, 2), "360")
        measurement.wrong_calls = 1
        self.assertIsNone(findings.right_answer(there, 2))

    def test_with_one_thread_are_no_race(self):
        there = sweep({("shared_accumulator", 10, 1): 1, ("shared_accumulator", 10, 2): 1})
        for threads in (1, 2):
            there.at("shared_accumulator", threads=threads).answers["180"] += 1
        self.assertEqual(findings.racy_answers(there), {2: {"180": 1}})

    def test_are_equal_only_if_each_side_has_one(self):
        def equal(python, cpp):
            return Peer(2, "", "", None, [1], [1], "360", python, cpp).answers_equal

        self.assertTrue(equal(["360"], ["360"]))
        self.assertFalse(equal(["180"], ["360"]))
        self.assertFalse(equal(["180", "360"], ["180", "360"]))


class Medians(unittest.TestCase):
    def test_have_deviations(self):
        self.assertEqual(Spread.of([1, 2, 4, 100, 3]), Spread(3, 1))

    def test_of_ratios_are_medians_of_the_rounds_ratios(self):
        peer = Peer(2, "", "", None, [2, 30, 4], [1, 10, 4], "0", ["0"], ["0"])
        self.assertEqual(peer.ratio, Spread(2, 1))

    def test_are_written_as_the_terminal_writes_them(self):
        self.assertEqual(quantities.with_spread(Spread(0.00656, 0.00021)), "6.56 ms ±3.2%")
        self.assertEqual(quantities.with_spread(Spread(4.0, 2.0), quantities.ratio), "4.00× ±50%")
        self.assertEqual([quantities.seconds(value) for value in (2.56e-9, 9.996e-7, 0.0324, 0.1234, 12.3)],
                         ["2.56 ns", "1.00 µs", "32.4 ms", "123 ms", "12.3 s"])
        self.assertEqual([quantities.memory(value) for value in (832, 3_230_000, 160e6)],
                         ["832 B", "3.23 MB", "160 MB"])


if __name__ == "__main__":
    unittest.main()
