"""The order of the turns:   rounds_test.py FOLDER RUST MODULE"""

import unittest
import unittest.mock

import program  # noqa: F401, which says where the modules are

import rounds


class Rounds(unittest.TestCase):
    def test_turns_alternate_and_the_first_round_does_not_count(self):
        turns = []

        def timed(name):
            return rounds.Timed(lambda: (turns.append(name), (float(len(turns)), {name}))[1])

        groups = [[timed("a"), timed("b")], [timed("c")]]
        rounds.run(groups, 2, unittest.mock.Mock())
        self.assertEqual("".join(turns), "bacabcbac")
        self.assertEqual([one.seconds for group in groups for one in group], [[4.0, 8.0], [5.0, 7.0], [6.0, 9.0]])
        self.assertEqual(groups[0][0].answers, {"a"})


if __name__ == "__main__":
    unittest.main()
