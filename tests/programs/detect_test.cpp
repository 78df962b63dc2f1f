// Runs `detect` through its command line, with scripts in place of the samples.
#include <filesystem>
#include <fstream>

#include "catalog/catalog.hpp"
#include "catch.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

void write_script(const std::string& folder, std::string_view name, const std::string& text) {
    const std::filesystem::path path = scratch() / folder / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << "#!/bin/sh\n" << text;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

std::string race_in(std::string_view name) {
    return "echo 'WARNING: ThreadSanitizer: data race (pid=1)\n  Write of size 8 at 0x1 by main thread:\n"
           "    #0 f /x/src/variants/races/" +
           std::string{name} + ".cpp:9:1 (x+0x1)\nSUMMARY: ThreadSanitizer: data race' >&2\nexit 66\n";
}

// Writes a folder of samples whose reports agree with the catalog.
void write_samples(const std::string& folder) {
    for (const Variant* variant : catalog()) {
        write_script(folder, variant->name,
                     variant->expectation == Expectation::racy ? race_in(variant->name) : "exit 0\n");
    }
}

}  // namespace

TEST_CASE("detect compares the detector's reports with the catalog", "[programs][detect]") {
    write_samples("agreeing");
    const Outcome outcome = run("$bin/detect $scratch/agreeing --runs 2");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("race in 2 of 2 runs: src/variants/races/shared_heap_cell.cpp:9") &&
                                ContainsSubstring("clean in 2 of 2 runs: wrong, without a data race") &&
                                ContainsSubstring("agree on all " + std::to_string(catalog().size()) + " variants\n"));
    CHECK_THAT(outcome.out, !ContainsSubstring("DISAGREES"));
}

TEST_CASE("detect fails if a variant is not what the catalog says", "[programs][detect]") {
    write_samples("disagreeing");
    write_script("disagreeing", "fixed_tree", race_in("fixed_tree"));
    write_script("disagreeing", "shared_heap_cell", "exit 0\n");
    write_script("disagreeing", "std_thread", "kill -9 $$\n");
    const Outcome outcome = run("$bin/detect $scratch/disagreeing --runs 1");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 1);
    CHECK_THAT(outcome.out, ContainsSubstring("failed in 1 of 1 run") && ContainsSubstring("disagree on 3 of "));
}

TEST_CASE("detect shows the false alarms of a second detector", "[programs][detect]") {
    write_samples("believed");
    write_samples("alarming");
    write_script("alarming", "omp_reduction", race_in("omp_reduction"));
    const Outcome outcome = run("$bin/detect $scratch/believed --gcc $scratch/alarming --runs 1");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out,
               ContainsSubstring("g++'s ThreadSanitizer is unusable here: it reports a race in omp_reduction"));
    CHECK_THAT(outcome.out, ContainsSubstring("FALSE ALARM"));
}

TEST_CASE("detect trusts no detector that is wrong about a known sample", "[programs][detect]") {
    const auto unusable = [](const std::string& variant, const std::string& script, const std::string& reason) {
        write_samples("unusable");
        write_script("unusable", variant, script);
        const Outcome outcome = run("$bin/detect $scratch/unusable --runs 1");
        INFO(outcome.out << outcome.err);
        CHECK(outcome.status == 3);
        CHECK_THAT(outcome.out, ContainsSubstring("detector unusable here: " + reason));
    };
    unusable("omp_reduction", race_in("omp_reduction"), "it reports a race in omp_reduction");
    unusable("omp_reduction", "echo 'FATAL: ThreadSanitizer: unexpected memory mapping' >&2; exit 66\n",
             "its programs do not run");
    unusable("shared_accumulator", "exit 0\n", "it reports no race in shared_accumulator");
}

TEST_CASE("detect refuses bad input in one line", "[programs][detect][bad input]") {
    for (const std::string bad : {"", "/nonexistent", "$scratch --runs 0"}) {
        const Outcome outcome = run("$bin/detect " + bad);
        INFO(bad << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.lines_of_err() == 1);
    }
}
