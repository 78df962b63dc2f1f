// The samples through their command lines.
#include <fstream>
#include <regex>
#include <string>

#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/run.hpp"
#include "ssd/catalog.hpp"

using namespace ssd;
using namespace ssd::testing;
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

TEST_CASE("the racy sample runs five times, and is honest about a race that it did not see", "[programs]") {
    const Outcome one_thread = run("$samples/shared_accumulator --size 1000 --threads 1");
    CHECK(one_thread.status == 0);
    CHECK_THAT(one_thread.out, ContainsSubstring("result      36000, 36000, 36000, 36000, 36000\n"));
    CHECK_THAT(one_thread.out, ContainsSubstring("right in 5 runs: the race was not observed this time"));

    const Outcome two_threads = run("$samples/shared_accumulator --threads 2");
    INFO(two_threads.out);
    CHECK(two_threads.status == 0);
    CHECK(std::regex_search(two_threads.out, std::regex{"result +\\d+, \\d+, \\d+, \\d+, \\d+\n"}));
    CHECK(
        std::regex_search(two_threads.out, std::regex{"wrong in [1-5] of 5 runs: a data race|race was not observed"}));
}

TEST_CASE(".npy files are mapped, not copied", "[programs][npy]") {
    if (SSD_SANITIZER) return;
    // Two sparse files of 200 MB, and 60 MB to allocate.
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
