// `compare` through its command line: the figures that it prints and writes.
#include <algorithm>
#include <fstream>
#include <string>

#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/printed.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("compare --accuracy shows errors, repeatability and cost", "[programs]") {
    const Outcome outcome = run("$bin/compare --accuracy --chapter all --size 10000 --threads 2");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out,
               ContainsSubstring("squares of type float64") && ContainsSubstring("squares of type float32"));
    CHECK(has_match(row_of(outcome.out, "exact_sum"), "exact_sum +0.00 +1 +1 +"));
    const std::string floats = outcome.out.substr(outcome.out.find("squares of type float32"));
    CHECK(has_match(row_of(floats, "omp_reduction"), "omp_reduction +[0-9.]+ +[0-9]+ +[2-6] +"));
    CHECK_THAT(row_of(outcome.out, "shared_accumulator"), ContainsSubstring("no row"));
    const Outcome files = run("$bin/compare --accuracy --only fixed_tree $golden/float32.a.npy $golden/float32.b.npy");
    CHECK(files.status == 0);
    CHECK(has_match(row_of(files.out, "fixed_tree"), "fixed_tree +[0-9.]+ +1 +1 +"));
}

TEST_CASE("compare shows types side by side", "[programs]") {
    const Outcome outcome = run("$bin/compare --size 1000 --repetitions 1 --type int64,int32,float64,float32");
    CHECK(outcome.status == 0);
    for (const std::string type : {"int64", "int32", "float64", "float32"}) {
        CHECK_THAT(outcome.out, ContainsSubstring("1,000 elements of type " + type));
    }
    CHECK(has_match(outcome.out, "variant +int64 +int32 +of int64's time +float64"));
}

TEST_CASE("compare --json writes Google Benchmark's format", "[programs]") {
    const Outcome outcome =
        run("$bin/compare --size 1000 --threads 2 --repetitions 2 --type int32 --json $scratch/figures.json");
    CHECK(outcome.status == 0);
    const std::string json = read_text(scratch() / "figures.json");
    CHECK_THAT(json, ContainsSubstring("\"context\": {") && ContainsSubstring("\"benchmarks\": ["));
    CHECK_THAT(json, ContainsSubstring("\"name\": \"fused_loop/int32/1000/2\",") &&
                         ContainsSubstring("\"run_name\": \"fused_loop/int32/1000/2\",") &&
                         ContainsSubstring("\"name\": \"fused_loop/int32/1000/2_median\","));
    CHECK_THAT(json, ContainsSubstring("\"real_time\":") && ContainsSubstring("\"bytes_read\":") &&
                         ContainsSubstring("\"wrong_runs\":") && ContainsSubstring("\"runs_within_rounding\":") &&
                         ContainsSubstring("\"control_runs\":") && ContainsSubstring("\"wrong_control_runs\":"));
    CHECK((json.find("\"peak_heap_bytes\":") != std::string::npos) == !built_with_sanitizer);
    CHECK(std::count(json.begin(), json.end(), '{') == std::count(json.begin(), json.end(), '}'));
}

TEST_CASE("compare's JSON is valid, and has the answers and the plain read", "[programs]") {
    const Outcome outcome =
        run("$bin/compare --size 1000 --threads 2 --repetitions 3 --only fused_loop,return_zero --json "
            "$scratch/plain_read.json");
    CHECK(outcome.status == 0);
    const std::string json = read_text(scratch() / "plain_read.json");
    CHECK_THAT(json, !ContainsSubstring("nan") && !ContainsSubstring("NaN"));
    CHECK_THAT(json, ContainsSubstring("\"name\": \"plain_read/int64/1000/2\",") &&
                         ContainsSubstring("\"label\": \"36000\"") && ContainsSubstring("\"label\": \"0\"") &&
                         ContainsSubstring("\"processor\": ") && ContainsSubstring("\"compiler\": "));
}

TEST_CASE("compare shows the read speed, and each variant's share of it", "[programs]") {
    const Outcome outcome = run("$bin/compare --size 100000 --repetitions 3 --only fused_loop,return_zero");
    CHECK(has_match(outcome.out, "Fastest plain read of both arrays: [0-9.]+ [^ ]+, [0-9.]+ GB/s \\("));
    CHECK(has_match(row_of(outcome.out, "fused_loop"), "× +[0-9.]+ +[0-9.]+% "));
    CHECK(has_match(row_of(outcome.out, "return_zero"), "× +- +- "));
}

TEST_CASE("compare's own lists are not counted as a variant's memory", "[programs][heap]") {
    if (built_with_sanitizer) return;
    const Outcome outcome = run("$bin/compare --only return_zero,fused_loop --size 1000 --repetitions 1");
    CHECK(has_match(row_of(outcome.out, "return_zero"), " 0 B +0  wrong"));
}

TEST_CASE("a figure that is not a number is shown as a dash", "[programs]") {
    std::ofstream{scratch() / "empty.npy", std::ios::binary}
        << "\x93NUMPY" << '\x01' << '\0' << '\x37' << '\0' << "{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}";
    const Outcome empty = run("$bin/compare --accuracy --only fused_loop $scratch/empty.npy $scratch/empty.npy");
    INFO(empty.out << empty.err);
    CHECK(has_match(row_of(empty.out, "fused_loop"), "fused_loop +0.00 +1 +1 +- +right"));
    CHECK_THAT(empty.out, !ContainsSubstring("nan"));
    const Outcome once = run("$bin/compare --only fused_loop --size 1000 --repetitions 1");
    CHECK_THAT(row_of(once.out, "fused_loop"), !ContainsSubstring("±"));
}
