// Runs the samples through their command lines.
#include <fstream>
#include <string>

#include "catalog/catalog.hpp"
#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/printed.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("every sample runs alone, for every type", "[programs]") {
    for (const Variant* variant : catalog()) {
        for (const std::string type : {"int64", "int32", "float64", "float32"}) {
            const std::string name{variant->name};
            const Outcome outcome = run("$samples/" + name + " --size 10000 --threads 2 --type " + type);
            INFO(outcome.out << outcome.err);
            CHECK(outcome.status == 0);
            CHECK(outcome.err.empty());
            CHECK_THAT(outcome.out, ContainsSubstring(name + ": " + std::string{variant->shows}));
            CHECK_THAT(outcome.out, ContainsSubstring("10,000 elements of type " + type) &&
                                        ContainsSubstring("expected    360000\n"));
            CHECK_THAT(outcome.out, ContainsSubstring("best time") && ContainsSubstring("peak heap"));
            if (variant->expectation == Expectation::right) {
                CHECK_THAT(outcome.out,
                           ContainsSubstring("result      360000\n") && ContainsSubstring("verdict     right\n"));
            }
        }
    }
}

TEST_CASE("samples take .npy files", "[programs][npy]") {
    const Outcome outcome = run("$samples/omp_reduction $golden/int64_wraps.a.npy $golden/int64_wraps.b.npy");
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("result      -5675326925717809777\n"));
}

TEST_CASE("a sample says what was seen and what the catalog expects", "[programs]") {
    const Outcome one_thread = run("$samples/shared_accumulator --size 1000 --threads 1");
    INFO(one_thread.out);
    CHECK(one_thread.status == 0);
    CHECK_THAT(one_thread.out, ContainsSubstring("result      36000\n") && ContainsSubstring("verdict     right\n") &&
                                   ContainsSubstring("catalog     a data race, which needs a second thread\n"));

    const Outcome wrong = run("$samples/lost_update_by_slice --size 1000 --threads 2");
    INFO(wrong.out);
    CHECK(wrong.status == 0);
    CHECK(has_match(wrong.out, "result      18000, 18000, 18000, 18000, 18000\n"));
    // There are fewer control runs where they take long.
    CHECK(has_match(wrong.out, "wrong in (\\d+) of \\1 runs and in (\\d) of \\2 control runs?\n"));
    CHECK(has_match(wrong.out, "made of     1 of 2 slices in (\\d) of \\1 control runs\n"));
    CHECK_THAT(wrong.out, ContainsSubstring("catalog     wrong without a data race"));
}

TEST_CASE("if no race was seen, a sample says how rare wrong runs are and what to run next", "[programs]") {
    // With one element, only one thread has anything to add.
    const Outcome outcome = run("$samples/shared_accumulator --size 1 --threads 2");
    INFO(outcome.out);
    CHECK(outcome.status == 0);
    CHECK(has_match(outcome.out,
                    "catalog     a data race, not seen in these \\d+ runs: fewer than [0-9.]+% of such "
                    "runs are wrong \\(95% confidence\\); make check-shared_accumulator looks for it\n|"
                    "catalog     a data race: any answer"));
}

TEST_CASE("an answer in float32 that proves nothing is not called right", "[programs]") {
    const Outcome right = run("$samples/fused_loop --size 12000000 --type float32 --threads 2");
    INFO(right.out);
    CHECK(right.status == 0);
    CHECK(has_match(right.out,
                    "verdict     all elements counted in ([2-4]) of \\1 control runs; here within "
                    "rounding: off [0-9.]+%, up to [0-9]+% possible\n"));
    const Outcome zero = run("$samples/return_zero --size 20000000 --type float32");
    INFO(zero.out);
    CHECK(has_match(zero.out, "verdict     wrong in ([2-4]) of \\1 control runs\n"));
    const Outcome half = run("$samples/lost_update_by_slice --size 12000000 --type float32 --threads 2");
    INFO(half.out);
    CHECK(has_match(half.out, "verdict     wrong in ([2-4]) of \\1 control runs\n"));
}

TEST_CASE("a sample's own lists are not counted as the variant's memory", "[programs][heap]") {
    if (built_with_sanitizer) return;
    for (const std::string name : {"fused_loop", "return_zero"}) {  // libomp may allocate for a parallel region
        const Outcome outcome = run("$samples/" + name + " --threads 2");
        INFO(name << outcome.out);
        CHECK_THAT(outcome.out, ContainsSubstring("peak heap   0 B\n"));
    }
}

TEST_CASE(".npy files are mapped, not copied", "[programs][npy]") {
    if (built_with_sanitizer) return;
    // Two sparse files of 200 MB, and a limit of 60 MB for allocations.
    const std::string dict = "{'descr': '<i8', 'fortran_order': False, 'shape': (25000000,), }";
    for (const char* const name : {"large.a.npy", "large.b.npy"}) {
        std::ofstream file{scratch() / name, std::ios::binary};
        file << "\x93NUMPY" << '\x01' << '\0' << '\x76' << '\0' << dict << std::string(118 - dict.size(), ' ');
        file.close();
        std::filesystem::resize_file(scratch() / name, 128 + 200'000'000);
    }
    const Outcome outcome =
        run("ulimit -d 60000; $samples/fused_loop $scratch/large.a.npy $scratch/large.b.npy --threads 1");
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("25,000,000 elements") && ContainsSubstring("result      0\n"));
    run("rm $scratch/large.*.npy");
}

TEST_CASE("a sample explains its arguments", "[programs]") {
    const Outcome outcome = run("$samples/fused_loop --help");
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("--size") && ContainsSubstring("--type") &&
                                ContainsSubstring("--threads") && ContainsSubstring("npy"));
}
