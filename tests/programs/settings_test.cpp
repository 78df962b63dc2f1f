// Each environment setting takes effect, or one line says why it does not.
#include <string>
#include <vector>

#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("the timing engine's settings do not change this program", "[programs][settings]") {
    if (built_with_sanitizer) return;  // the program removes the settings before a sanitizer is ready
    run("echo precious > $scratch/mine.json");
    const Outcome outcome = run(
        "BENCHMARK_OUT=$scratch/mine.json BENCHMARK_OUT_FORMAT=xml BENCHMARK_FILTER=nothing BENCHMARK_REPETITIONS=many "
        "BENCHMARK_PERF_COUNTERS=X $bin/compare --only fused_loop --size 1000 --repetitions 1 --json "
        "$scratch/own.json");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("fused_loop "));
    CHECK(outcome.lines_of_err() == 1);
    for (const std::string name : {"OUT", "OUT_FORMAT", "FILTER", "REPETITIONS", "PERF_COUNTERS"}) {
        CHECK_THAT(outcome.err, ContainsSubstring("BENCHMARK_" + name));
    }
    CHECK(run("cat $scratch/mine.json").out == "precious\n");
    CHECK_THAT(read_text(scratch() / "own.json"), ContainsSubstring("\"fused_loop/int64/1000/"));
}

TEST_CASE("if threads cannot start, the message names what asked for them", "[programs][settings]") {
    if (built_with_sanitizer) return;
    const std::string limited = "ulimit -v 800000; ";
    const std::string omp_reduction = "$samples/omp_reduction --size 1000";
    struct Refused {
        std::string command;
        std::vector<std::string> named;
    };
    for (const Refused& refused :
         {Refused{"OMP_NUM_THREADS=900 " + omp_reduction, {"omp_reduction: OMP_NUM_THREADS=900: ", "900 threads"}},
          Refused{"OMP_NUM_THREADS=3 OMP_STACKSIZE=1G " + omp_reduction, {"OMP_NUM_THREADS=3: ", "OMP_STACKSIZE=1G"}},
          Refused{"OMP_NUM_THREADS=3 " + omp_reduction + " --threads 900", {"--threads: ", "900 threads"}}}) {
        const Outcome outcome = run(limited + refused.command);
        INFO(refused.command << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.lines_of_err() == 1);
        for (const std::string& name : refused.named) CHECK_THAT(outcome.err, ContainsSubstring(name));
    }
}

TEST_CASE("large stacks need address space, not memory", "[programs][settings]") {
    if (built_with_sanitizer) return;
    const std::string large = "OMP_STACKSIZE=100G OMP_NUM_THREADS=4 ";
    if (run(large + "$samples/omp_reduction --size 1000").status == 2) return;  // there is not that much address space
    CHECK(run(large + "$bin/compare --size 1000 --repetitions 2").status == 0);
    CHECK(run(large + "$bin/compare --accuracy --only omp_reduction --size 1000").status == 0);
}

TEST_CASE("if memory is missing, the message says how much there is and what limits it", "[programs][settings]") {
    if (built_with_sanitizer) return;
    const Outcome limited = run("ulimit -d 300000; $bin/compare --size 30000000 --only fused_loop --threads 1");
    CHECK(limited.status == 2);
    CHECK_THAT(limited.err, ContainsSubstring("they need 480 MB, and ") && ContainsSubstring("(ulimit -d)"));
    CHECK_THAT(run("ulimit -d 300000; $bin/compare --size 10000000 --only eigen_temporaries --threads 1").err,
               ContainsSubstring("eigen_temporaries: not enough memory") && ContainsSubstring("(ulimit -d)"));
}
