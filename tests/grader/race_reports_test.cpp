// What ThreadSanitizer prints about a submission.
#include "grader/race_reports.hpp"

#include <string>

#include "catch.hpp"

using namespace reductions;

namespace {

// LLVM 14, with symbolize=0.
const std::string of_llvm_14 =
    "==================\n"
    "WARNING: ThreadSanitizer: data race (pid=71)\n"
    "  Write of size 8 at 0x7ffe35d0 by thread T1 (mutexes: write M9):\n"
    "    #0 <null> <null> (submission.so+0x1139)\n"
    "    #1 <null> <null> (libomp.so.5+0xb6a3)\n"
    "\n"
    "  Previous read of size 8 at 0x7ffe35d0 by main thread:\n"
    "    #0 <null> <null> (libstdc++.so.6+0x99)\n"
    "    #1 <null> <null> (submission.so+0xAbC)\n"
    "    #2 <null> <null> (submission.so+0x77)\n"
    "\n"
    "  Location is stack of main thread.\n"
    "\n"
    "  Thread T1 (tid=73, running) created by main thread at:\n"
    "    #0 pthread_create <null> (worker+0x24a)\n"
    "    #1 <null> <null> (submission.so+0x9999)\n"
    "\n"
    "SUMMARY: ThreadSanitizer: data race (/tmp/submission.so+0x1139) \n"
    "==================\n";

// Later versions print the whole path and the build's number; this place has a size too.
const std::string of_llvm_19 =
    "==================\n"
    "WARNING: ThreadSanitizer: data race (pid=71)\n"
    "  Atomic write of size 4 at 0x7b04 by thread T2:\n"
    "    #0 <null> <null> (/tmp/x/submission.so+0x20) (BuildId: 8f3a)\n"
    "\n"
    "  Previous atomic read of size 4 at 0x7b04 by thread T1:\n"
    "    #0 <null> <null> (/tmp/x/other_submission.so+0x30) (BuildId: 8f3a)\n"
    "\n"
    "  Location is heap block of size 80 at 0x7b00 allocated by main thread:\n"
    "    #0 malloc <null> (worker+0x24b) (BuildId: 11)\n"
    "    #1 <null> <null> (/tmp/x/submission.so+0x40) (BuildId: 8f3a)\n"
    "\n"
    "SUMMARY: ThreadSanitizer: data race (/tmp/x/submission.so+0x20) (BuildId: 8f3a) \n"
    "==================\n";

}  // namespace

TEST_CASE("a report says whether OpenMP's library allocated the place", "[grader]") {
    CHECK_FALSE(reported_races(of_llvm_14, "submission.so").at(0).in_openmp_memory);
    CHECK_FALSE(reported_races(of_llvm_19, "submission.so").at(0).in_openmp_memory);
    const std::string own = "    #1 <null> <null> (/tmp/x/submission.so+0x40) (BuildId: 8f3a)\n";
    for (const char* const library : {"(libomp.so.5+0x20919)", "(/usr/lib/llvm-19/lib/libomp.so.5+0x20)"}) {
        std::string text = of_llvm_19;
        text.replace(text.find(own), own.size(), std::string{"    #1 <null> <null> "} + library + "\n" + own);
        const auto races = reported_races(text + of_llvm_14, "submission.so");
        REQUIRE(races.size() == 2);
        CHECK(races[0].in_openmp_memory);
        CHECK_FALSE(races[1].in_openmp_memory);
    }
}

TEST_CASE("a report of LLVM 14 is read", "[grader]") {
    const auto races = reported_races(of_llvm_14, "submission.so");
    REQUIRE(races.size() == 1);
    CHECK(races[0].first.writes);
    CHECK_FALSE(races[0].first.atomic);
    CHECK(races[0].first.place == 0x1139U);
    CHECK_FALSE(races[0].second.writes);
    CHECK_FALSE(races[0].second.atomic);
    CHECK(races[0].second.place == 0xabcU);
}

TEST_CASE("a report with whole paths, atomic accesses and a heap block is read", "[grader]") {
    const auto races = reported_races(of_llvm_19, "submission.so");
    REQUIRE(races.size() == 1);
    CHECK(races[0].first.writes);
    CHECK(races[0].first.atomic);
    CHECK(races[0].first.place == 0x20U);
    CHECK_FALSE(races[0].second.writes);
    CHECK(races[0].second.atomic);
    CHECK_FALSE(races[0].second.place);
}

TEST_CASE("several reports are told apart", "[grader]") {
    const auto races = reported_races("noise\n" + of_llvm_14 + "noise\n" + of_llvm_19 + of_llvm_14, "submission.so");
    REQUIRE(races.size() == 3);
    CHECK(races[0].first.place == 0x1139U);
    CHECK(races[1].first.place == 0x20U);
    CHECK(races[2].second.place == 0xabcU);

    // Without the lines between them.
    std::string dense = of_llvm_14;
    dense.resize(dense.find("SUMMARY"));
    CHECK(reported_races(dense + dense, "submission.so").size() == 2);
}

TEST_CASE("a stack that was not restored has no place", "[grader]") {
    const auto races = reported_races(
        "WARNING: ThreadSanitizer: data race (pid=71)\n"
        "  Write of size 8 at 0x7ffe by thread T1:\n    [failed to restore the stack]\n\n"
        "  Previous write of size 8 at 0x7ffe by thread T2:\n    #0 <null> <null> (submission.so+0x10)\n",
        "submission.so");
    REQUIRE(races.size() == 1);
    CHECK_FALSE(races[0].first.place);
    CHECK(races[0].second.writes);
    CHECK(races[0].second.place == 0x10U);
}

TEST_CASE("text without a data race contains none", "[grader]") {
    CHECK(reported_races("", "submission.so").empty());
    CHECK(reported_races("Write of size 8\nRead of size 8\n#0 (submission.so+0x1)\n", "submission.so").empty());
    CHECK(reported_races("WARNING: ThreadSanitizer: thread leak (pid=71)\n  Thread T1 of size 8\n  of size 9\n",
                         "submission.so")
              .empty());
    CHECK(reported_races("WARNING: ThreadSanitizer: data race (pid=71)\n", "submission.so").empty());
    // A report that was cut off.
    CHECK(reported_races(of_llvm_14.substr(0, of_llvm_14.find("  Previous")), "submission.so").empty());
    std::string bytes;
    for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 37);
    CHECK(reported_races(bytes, "submission.so").empty());
    const auto races = reported_races(
        "WARNING: ThreadSanitizer: data race\n of size \n#(submission.so+0xfffffffffffffffff)\n of size "
        "\n#(submission.so+0xzz)",
        "submission.so");
    REQUIRE(races.size() == 1);
    CHECK_FALSE(races[0].first.place);
    CHECK_FALSE(races[0].second.place);
}
