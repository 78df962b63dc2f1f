// Runs `race_lab` through its command line.

#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/printed.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("race_lab observes a forced race in every run, and no wrong answers of right variants", "[programs][lab]") {
    const Outcome outcome = run("$bin/race_lab --runs 5 --only lost_update_by_slice,omp_reduction");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK(has_match(outcome.out, "-O0 +2( +100% \\[57%, 100%\\]){3} +[0-9]+  1 of 2 slices 100%\n"));
    CHECK(has_match(outcome.out, "-O3 +8( +100% \\[57%, 100%\\]){3} +[0-9]+  1 of 8 slices 100%\n"));
    CHECK_THAT(outcome.out,
               ContainsSubstring("omp_reduction (right): ") &&
                   ContainsSubstring("\nnot observed in 180 runs, at most 43% likely in each of 36 settings\n"));
    CHECK_THAT(outcome.out, !ContainsSubstring("shared_accumulator"));
}

TEST_CASE("race_lab shows what a wrong sum is made of", "[programs][lab]") {
    const Outcome outcome = run("$bin/race_lab --runs 3 --only narrow_accumulator,lost_update_by_step");
    INFO(outcome.out);
    CHECK(outcome.status == 0);
    CHECK(has_match(outcome.out, "-O2 +4 .* cut off to 32 bits 100%\n"));
    CHECK(has_match(outcome.out, "threads +1,000 elements +answers"));  // slow, so no larger sizes
    CHECK_THAT(outcome.out, ContainsSubstring("scattered lost updates"));
}

TEST_CASE("race_lab --json writes the figures", "[programs][lab]") {
    const Outcome outcome = run("$bin/race_lab --runs 4 --only lost_update_by_slice --json $scratch/rates.json");
    CHECK(outcome.status == 0);
    const std::string json = read_text(scratch() / "rates.json");
    CHECK_THAT(json, ContainsSubstring("\"variant\": \"lost_update_by_slice\"") &&
                         ContainsSubstring("\"level\": \"-O3\"") && ContainsSubstring("\"runs\": 4") &&
                         ContainsSubstring("\"wrong\": 4") && ContainsSubstring("\"1 of 8 slices\": 4"));
}

TEST_CASE("race_lab --explain shows the loop's machine code at every level", "[programs][lab]") {
    if (built_with_sanitizer || run("command -v objdump && uname -m | grep x86_64").status != 0) return;
    const Outcome outcome = run("$bin/race_lab --explain shared_heap_cell");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    for (const std::string level : {"-O0", "-O1", "-O2", "-O3"}) {
        CHECK_THAT(outcome.out, ContainsSubstring("shared_heap_cell at " + level + "\n"));
    }
    CHECK_THAT(outcome.out, ContainsSubstring("shared_heap_cell.cpp:") &&
                                ContainsSubstring(": for (std::size_t i = 0;") &&
                                ContainsSubstring("<- the accumulator"));
    const std::string silent = "No instruction of the loop writes memory that other threads see.\n";
    CHECK_THAT(outcome.out, !ContainsSubstring(silent));
    const std::string right = run("$bin/race_lab --explain atomic_per_thread").out;
    CHECK_THAT(right, ContainsSubstring(silent) && !ContainsSubstring("<- the accumulator"));
}

TEST_CASE("race_lab refuses bad input in one line", "[programs][lab][bad input]") {
    for (const std::string bad : {"--only nonsense", "--explain nonsense", "--runs 0", "--runs many",
                                  "--json /nonexistent/rates.json --runs 1 --only omp_reduction", "nonsense"}) {
        const Outcome outcome = run("$bin/race_lab " + bad);
        INFO(bad << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.lines_of_err() == 1);
    }
    CHECK_THAT(run("$bin/race_lab --only nonsense").err,
               ContainsSubstring("'nonsense' is not one of shared_accumulator, "));
    const Outcome no_objdump = run("PATH=/nonexistent $bin/race_lab --explain omp_reduction");
    CHECK(no_objdump.status == 2);
    CHECK_THAT(no_objdump.err, ContainsSubstring("objdump is not installed"));
}
