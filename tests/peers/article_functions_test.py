"""The article's functions beside the variants:   article_functions_test.py FOLDER RUST MODULE"""

import ast
import json
import os
import unittest

from program import LIBRARIES, PROJECT, SIZE, Scratch, compare

import article
import cpp_side
import side_by_side

VARIANTS = cpp_side.variants_of(cpp_side.load(str(LIBRARIES / "libarticle_variants.so")))
PAIRS = {variant.function: variant.name for variant in VARIANTS}
MUST_BE_RIGHT = [variant.function for variant in VARIANTS if variant.is_right]


class Variants(unittest.TestCase):
    def test_the_library_describes_each_variant_as_its_file_does(self):
        files = {file.stem: file.read_text() for file in PROJECT.glob("src/variants/article/*.cpp")}
        self.assertEqual({variant.name for variant in VARIANTS}, set(files))
        for variant in VARIANTS:
            self.assertIn(f'.article_name = "{variant.function}",', files[variant.name])
            self.assertEqual(variant.is_right, ".expectation" not in files[variant.name], variant.name)

    def test_each_variant_stands_for_a_function_in_python(self):
        functions = set()
        for module in "article", "article_numba":
            tree = ast.parse((PROJECT / f"src/peers/{module}.py").read_text())
            functions |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef)
                          and [argument.arg for argument in node.args.args] == ["a", "b"]}
        self.assertEqual(set(PAIRS), functions)
        self.assertLessEqual(set(article.SECONDS), functions)


class Comparison(Scratch):
    def test_every_function_stands_beside_its_variant_with_equal_answers(self):
        done = compare("--threads", "1,2")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        functions, _, _ = done.stdout.partition("\nWhat people use instead")
        for block in functions.split("\nwith ")[1:]:
            rows = {line.split()[0]: line.split() for line in block.splitlines() if line.startswith(tuple(PAIRS))}
            self.assertEqual({function: cells[1] for function, cells in rows.items()}, PAIRS)
            self.assertEqual([rows[function][-1] for function in MUST_BE_RIGHT], ["equal"] * len(MUST_BE_RIGHT))
        self.assertIn("\nwith 1 thread\n", done.stdout)
        self.assertIn("\nwith 2 threads\n", done.stdout)

    def test_the_json_file_has_every_round(self):
        file = self.folder / "peers.json"
        file.write_text("the former file")
        self.assertEqual(compare("--threads", "1,2", "--json", file).returncode, 0)
        content = json.loads(file.read_text())
        self.assertEqual(os.listdir(self.folder), ["peers.json"])
        for key in "processor", "date", "python", "numpy", "numba", "compiler":
            self.assertTrue(content[key], key)
        self.assertEqual(content["numba_threading_layer"], "omp")
        self.assertEqual((content["size"], content["type"]), (int(SIZE), "int64"))
        expected = [(threads, *pair) for threads in (1, 2) for pair in PAIRS.items()]
        self.assertEqual([(row["threads"], row["function"], row["variant"]) for row in content["rows"]], expected)
        for row in content["rows"]:
            self.assertEqual(row["expected"], str(36 * int(SIZE)))
            self.assertIsNone(row["article_seconds"])
            self.assertEqual(row["must_be_right"], row["function"] in MUST_BE_RIGHT)
            for side in "python", "cpp":
                self.assertEqual(len(row[f"{side}_seconds"]), 2)
                self.assertGreater(min(row[f"{side}_seconds"]), 0)
                if row["must_be_right"]:
                    self.assertEqual(row[f"{side}_answers"], [row["expected"]])

    def test_the_article_s_times_stand_beside_the_same_size_and_number_of_threads(self):
        done = compare("--threads", "2,8", library="wrong_article_variants", size="9999999", rounds="1")
        two, eight = done.stdout.split("\nwith ")[1:3]
        self.assertNotIn("article", two)
        self.assertRegex(eight, r"np_squared_diff +right +30\.9 ms ")
        self.assertRegex(eight, r"superfast +off_by_two +- ")
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 120)

    def test_a_wrong_answer_is_a_failure(self):
        done = compare("--threads", "2", library="wrong_article_variants")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        lines = done.stdout.partition("\nWhat people use instead")[0].splitlines()
        wrong = [number for number, line in enumerate(lines) if line.endswith(" differ")]
        self.assertEqual([lines[number].split()[1] for number in wrong], ["off_by_one"])
        self.assertEqual(lines[wrong[0] + 1], "    Python: 7200108; C++: 7200109")
        self.assertRegex(done.stdout, r"superfast +off_by_two .* wrong\n    Python: 0; C\+\+: 7200110\n")

    def test_without_numba_numpy_is_compared_alone(self):
        (self.folder / "numba.py").write_text("raise ImportError('Numba needs\\nanother NumPy')")
        done = compare("--threads", "2", "--json", self.folder / "peers.json", PYTHONPATH=str(self.folder))
        self.assertEqual(done.returncode, 0)
        message = "peers: Numba's functions are left out, because it cannot be loaded: Numba needs\n"
        self.assertEqual(done.stderr, message)
        content = json.loads((self.folder / "peers.json").read_text())
        self.assertIsNone(content["numba"])
        functions = [row["function"] for row in content["rows"]]
        self.assertEqual(functions, [function for function in PAIRS if not function.startswith("numba")])


class Text(unittest.TestCase):
    def test_a_ratio_is_the_median_of_the_rounds_ratios(self):
        cells = side_by_side.cells({"function": "f", "variant": "v", "article_seconds": None, "expected": "4",
                                    "python_seconds": [2e-3, 30e-3, 4e-3], "cpp_seconds": [1e-3, 10e-3, 4e-3],
                                    "python_answers": ["4"], "cpp_answers": ["4"]})
        self.assertEqual(cells, ["f", "v", "-", "4.00 ms ±50%", "4.00 ms ±75%", "2.00× ±50%", "equal"])

    def test_verdicts(self):
        def verdict(python, cpp):
            return side_by_side.verdict({"expected": "4", "python_answers": python, "cpp_answers": cpp})

        self.assertEqual(verdict(["4"], ["4"]), "equal")
        self.assertEqual(verdict(["4"], ["3", "4"]), "differ")
        self.assertEqual(verdict(["3"], ["4"]), "differ")
        self.assertEqual(verdict(["3"], ["3"]), "wrong")

    def test_the_rest_of_many_answers_is_counted(self):
        self.assertEqual(side_by_side.first_of(["1", "2", "3", "4", "5", "6"]), "1, 2, 3 and 3 more")


if __name__ == "__main__":
    unittest.main()
