"""How what people use instead is judged and shown:   alternatives_table_test.py FOLDER RUST MODULE"""

import unittest

import program  # noqa: F401, which says where the modules are

import alternative_rows
import alternatives_table
import article_arrays
import numpy as np
import quantities


class Judged(unittest.TestCase):
    def test_integers_must_be_exact(self):
        for type in "int64", "int32":
            self.assertTrue(alternative_rows.is_right(type, ["9007199254740993"], "9007199254740993", 9))
            self.assertTrue(alternative_rows.is_right(type, ["36.0"], "36", 1))
            self.assertFalse(alternative_rows.is_right(type, ["9007199254740992.0"], "9007199254740993", 9))
            self.assertFalse(alternative_rows.is_right(type, ["36", "35"], "36", 1))

    def test_float32_may_be_off_by_what_additions_lose(self):
        size = 2**20  # so the bound is 6.25 %
        self.assertTrue(alternative_rows.is_right("float32", ["94.0", "100.0"], "100", size))
        self.assertFalse(alternative_rows.is_right("float32", ["93.0", "100.0"], "100", size))
        self.assertFalse(alternative_rows.is_right("float32", ["nan"], "100", size))
        self.assertFalse(alternative_rows.is_right("float32", ["35.0"], "36", 1))

    def test_the_exact_sum_is_that_of_the_numbers_in_the_arrays(self):
        a = np.array([2**24 + 1] * 200_001, dtype=np.float32)  # rounded to 2**24
        b = np.array([2**24 - 2] * 200_001, dtype=np.float32)
        self.assertEqual(article_arrays.exact_sum(a, b), 200_001 * 4)
        a = np.array([2**31 - 1], dtype=np.int32)
        self.assertEqual(article_arrays.exact_sum(a, np.array([0], dtype=np.int32)), (2**31 - 1)**2)


class Text(unittest.TestCase):
    def test_the_tables_of_alternatives_are_as_wide_as_a_terminal(self):
        row = {"name": "Rust std::thread::scope", "threads": 8, "threads_used": 8, "seconds": [0.0123, 0.0124, 0.0125],
               "baseline_seconds": [0.1, 0.1, 0.1], "peak_memory": 160e6, "float32_error": 0.0904,
               "answers": {"int64": ["359999964.0"], "int32": ["-1013364032"], "float32": ["334913056.0"]},
               "right": {"int64": True, "int32": False, "float32": True}}
        costs, answers = alternatives_table.costs([row], 1e6), alternatives_table.answers([row])
        self.assertLessEqual(max(map(len, (costs + answers).splitlines())), 80)
        self.assertRegex(costs, r"\nRust std::thread::scope +8  12\.4 ms ±0\.8%  0\.12× ±0\.8% +160 MB\n")
        self.assertRegex(answers, r"\nRust std::thread::scope +359999964\.0 +-1013364032, wrong +334913056\.0 +9\.0%\n")

    def test_cells_of_alternatives(self):
        row = {"answers": {"float32": ["1.0", "2.0", "3.0"]}, "right": {"float32": True}}
        self.assertEqual(alternatives_table.answer(row, "float32"), "1.0 and 2 more")
        self.assertEqual([alternatives_table.error(value) for value in (0, 1.1e-8, 0.0904)], ["0", "1.1e-08", "9.0%"])
        self.assertEqual([quantities.memory_of_call(value, 1e6) for value in (None, 4096, 1e6, 160e6)],
                         ["n/a", "< 1.00 MB", "1.00 MB", "160 MB"])


if __name__ == "__main__":
    unittest.main()
