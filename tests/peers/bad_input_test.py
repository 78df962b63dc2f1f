"""What peers refuses, in one line:   bad_input_test.py FOLDER RUST MODULE"""

import subprocess
import sys
import unittest

from program import LIBRARIES, PROGRAM, PYTHON_MODULE, RUST, Scratch, compare


class Refusals(Scratch):
    def refused(self, message, *arguments, **options):
        done = compare(*arguments, **options)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, f"peers: {message}\n")

    def test_bad_arguments(self):
        for text in "0", "-1", "2,", "two", "257":
            bad = text.split(",")[-1]
            self.refused(f"--threads: '{bad}' is not a whole number from 1 to 256", f"--threads={text}")
        self.refused("--size: '1e6' is not a whole number from 1 to 1000000000000", "--size", "1e6")
        self.refused("--rounds: '0' is not a whole number from 1 to 10000", "--rounds", "0")
        self.refused("unrecognized arguments: --speed; --help lists the arguments", "--speed")

    def test_what_an_argument_says_is_shown_escaped(self):
        self.refused(r"--size: '1\x1b[31m\n\udcff' is not a whole number from 1 to 1000000000000",
                     "--size", b"1\x1b[31m\n\xff")

    def test_more_memory_than_there_is(self):
        done = compare("--size", "1000000000000")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        message = r"\Apeers: --size: '1000000000000' needs 72000\.0 GB of memory, but only \d+\.\d GB is free\n\Z"
        self.assertRegex(done.stderr, message)

    def test_libraries_that_cannot_be_used(self):
        message = "does not exist; 'make program-article_variants' builds it"
        self.refused(f"--library: '{LIBRARIES}/libnone.so' {message}", library="none")
        done = compare("--library", __file__)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        beginning = f"peers: --library: '{__file__}' is not the library of the variants: "
        self.assertTrue(done.stderr.startswith(beginning) and done.stderr.count("\n") == 1, done.stderr)
        self.refused("right: it cannot count to seven", "--threads", "7", library="wrong_article_variants")

    def test_a_json_file_that_cannot_be_written(self):
        file = self.folder / "none" / "peers.json"
        self.refused(f"--json: '{file}' cannot be written: No such file or directory", "--json", file)
        # The program refuses it before it starts the work, in which this library would fail.
        self.refused(f"--json: '{self.folder}' cannot be written: Is a directory", "--json", self.folder,
                     "--threads", "7", library="wrong_article_variants")

    def test_output_that_cannot_be_written(self):
        command = [sys.executable, "-B", PROGRAM, "--size", "1000", "--rounds", "1"]
        command += ["--threads", "1", "--library", LIBRARIES / "libarticle_variants.so", "--rust", RUST,
                    "--python-module", PYTHON_MODULE]
        with open("/dev/full", "w") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual((done.returncode, done.stderr), (2, "peers: standard output cannot be written to\n"))


if __name__ == "__main__":
    unittest.main()
