"""Which series each figure shows.

Most of them are variants of the article. sweep.json describes these, because the programs know them from their catalog.
Only the series that have a role of their own on the page are named here.
"""

from dataclasses import dataclass

BASELINE = "fused_loop"  # one loop and one thread: speeds are multiples of its speed
REDUCTION = "omp_reduction"  # the same loop with threads, and right
RACY = "shared_accumulator"  # the same loop with threads and a data race
FASTEST = "at_the_limit"
WORK_STEALING = "tbb_parallel_reduce"  # threads take work from each other; builds without TBB lack it
PLAIN_READ = "plain_read"  # the fastest plain read of both arrays, which is not a variant
VARIANTS_WITH_A_ROLE = (BASELINE, REDUCTION, RACY, FASTEST)


@dataclass(frozen=True)
class Variant:
    """What the catalog says about a variant."""

    name: str
    chapter: str
    article_name: str | None  # the article's function that it stands for
    expectation: str  # right, racy, lossy, wrong

    @property
    def is_right(self):
        return self.expectation == "right"

    @property
    def is_wrong_on_all_arrays(self):
        return self.expectation == "wrong"

    @property
    def is_parallel(self):
        """The names of the article's parallel functions contain "parallel"."""
        return "parallel" in (self.article_name or "")


@dataclass(frozen=True)
class Series:
    """The names of variants, in the catalog's order."""

    catalog: tuple = ()

    @property
    def of_article(self):
        return [variant.name for variant in self._of_article()]

    @property
    def compared(self):
        """The article's variants and the fastest one. A variant that is wrong on all arrays has no speed to compare."""
        return [variant.name for variant in self._of_article() if not variant.is_wrong_on_all_arrays] + [FASTEST]

    @property
    def left_out(self):
        """The article's variants that are not compared."""
        return [name for name in self.of_article if name not in self.compared]

    @property
    def parallel(self):
        return [variant.name for variant in self._of_article() if variant.is_parallel] + [FASTEST]

    @property
    def schedules(self):
        return [variant.name for variant in self.catalog if variant.chapter == "schedules"]

    def is_right(self, name):
        """Whether all answers of the variant are expected to be right."""
        return all(variant.is_right for variant in self.catalog if variant.name == name)

    def _of_article(self):
        return [variant for variant in self.catalog if variant.chapter == "article"]
