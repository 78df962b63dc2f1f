// Reads ThreadSanitizer's reports: which of them count, and where the race is.
#include "race_lab/race_detector.hpp"

#include "catch.hpp"

using namespace reductions;

namespace {

// A report of two accesses, each with a frame below it.
std::string report(const std::string& first, const std::string& second, const std::string& location = "") {
    return "==================\n"
           "WARNING: ThreadSanitizer: data race (pid=7)\n"
           "  Write of size 8 at 0x7ffc by main thread:\n"
           "    #0 " +
           first +
           " (sample+0x1)\n"
           "    #1 main /home/a/src/programs/sample.cpp:9:1 (sample+0x2)\n"
           "  Previous read of size 8 at 0x7ffc by thread T1:\n"
           "    #0 " +
           second +
           " (sample+0x3)\n"
           "    #1 other /home/a/src/variants/races/below.cpp:5:1 (sample+0x4)\n" +
           location + "SUMMARY: ThreadSanitizer: data race x\n";
}

const std::string in_variant = ".omp_outlined. /home/a/src/variants/races/x.cpp:17:54";
const std::string in_library = "tbb::reduce() /usr/include/oneapi/tbb/parallel_reduce.h:114:9";
const std::string in_combination = ".red_comb. /home/a/src/variants/tasks/task_halving.cpp:33:42";
const std::string in_initialisation = ".red_init. /home/a/src/variants/tasks/task_halving.cpp:31:1";

std::string heap_block_of(const std::string& caller) {
    return "  Location is heap block of size 1048576 at 0x7fff allocated by main thread:\n"
           "    #0 malloc <null> (sample+0x5)\n"
           "    #1 " +
           caller + "\n    #2 __kmp_invoke_microtask <null> (libomp.so.5+0xd55a2)\n";
}

}  // namespace

TEST_CASE("a race is found if one of its accesses is in the project's own code", "[race_lab]") {
    CHECK(reported_race(report(in_variant, in_variant)) == "src/variants/races/x.cpp:17");
    CHECK(reported_race(report(in_variant, "f /home/a/src/blocks/chunks.hpp:9:1")) == "src/variants/races/x.cpp:17");
    CHECK(reported_race(report(in_library, in_variant)) == "src/variants/races/x.cpp:17");
    CHECK(reported_race(report(in_variant, in_library)) == "src/variants/races/x.cpp:17");
    CHECK(reported_race(report(in_library, in_library) + report(in_variant, in_variant)) ==
          "src/variants/races/x.cpp:17");
}

TEST_CASE("reports inside libraries, and about the combination of tasks, do not count", "[race_lab]") {
    CHECK(!reported_race(""));
    CHECK(!reported_race("sample: an error in /home/a/src/variants/races/x.cpp:17\n"));
    CHECK(!reported_race(report(in_library, in_library)));
    CHECK(!reported_race(report(in_combination, in_variant)));
    CHECK(!reported_race(report(in_variant, in_combination)));
    CHECK(!reported_race(report(in_variant, in_initialisation)));
}

TEST_CASE("reports about memory of libomp's own do not count", "[race_lab]") {
    const std::string of_libomp = heap_block_of("<null> <null> (libomp.so.5+0x20919)");
    const std::string of_variant = heap_block_of("f /home/a/src/variants/races/x.cpp:9:1 (sample+0x6)");
    CHECK(!reported_race(report(in_variant, in_variant, of_libomp)));
    CHECK(reported_race(report(in_variant, in_variant, of_variant)) == "src/variants/races/x.cpp:17");
    CHECK(reported_race(report(in_variant, in_variant, of_libomp) + report(in_variant, in_variant)) ==
          "src/variants/races/x.cpp:17");
}

TEST_CASE("a detector agrees with the catalog if all runs do", "[race_lab]") {
    const Detection found{.runs = 3, .found = 3};
    const Detection sometimes{.runs = 3, .found = 2};
    const Detection clean{.runs = 3};
    const Detection failed{.runs = 3, .failed = 1};
    CHECK(agrees(found, Expectation::racy));
    CHECK(!agrees(sometimes, Expectation::racy));
    CHECK(!agrees(clean, Expectation::racy));
    for (const Expectation expectation : {Expectation::right, Expectation::lossy, Expectation::wrong}) {
        CHECK(agrees(clean, expectation));
        CHECK(!agrees(sometimes, expectation));
        CHECK(!agrees(failed, expectation));
        CHECK(agrees(Detection{.left_out = true}, expectation));
    }
}
