// Conclusions from known runs, and checks of programs whose output is known.
#include "race_lab/sample_check.hpp"

#include <fstream>

#include "catch.hpp"
#include "programs/run.hpp"
#include "race_lab/sample_check_report.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

SampleRun right_run(std::size_t threads) { return {{"int64", 1000, threads}, "right", "", ""}; }

SampleRun wrong_run(std::size_t threads, const std::string& made_of = "") {
    return {{"int64", 1000, threads}, "wrong in 3 of 25 runs", made_of, ""};
}

SampleRun failed_run() {
    SampleRun run = right_run(2);
    run.setting.size = 10;
    run.verdict.clear();
    run.error = "Segmentation fault";
    return run;
}

Detection detection(std::size_t found) {
    return {.runs = 5, .found = found, .place = "src/variants/article/omp_reduction.cpp:23"};
}

}  // namespace

TEST_CASE("a check concludes what is wrong and where", "[check]") {
    CHECK(conclusion({right_run(1), right_run(2)}, detection(0)) == "right in all 2 settings; no data race found");
    CHECK(conclusion({right_run(1), right_run(2)}, detection(3)) ==
          "right in all 2 settings by luck: data race at src/variants/article/omp_reduction.cpp:23");
    CHECK(
        conclusion({right_run(1), wrong_run(2), wrong_run(4, "1 of 4 slices in 5 of 5 control runs")}, detection(5)) ==
        "wrong with 2 and 4 threads (1 of 4 slices): data race at src/variants/article/omp_reduction.cpp:23");
    CHECK(conclusion({wrong_run(1), wrong_run(2)}, detection(0)) ==
          "wrong with 1 and 2 threads: the mistake is in what one thread computes; no data race found");
    CHECK(conclusion({right_run(1), wrong_run(8)}, detection(0)) ==
          "wrong with 8 threads: the mistake is in how the threads share the work or combine their sums; no data race "
          "found");
    CHECK_THAT(conclusion({right_run(1)}, std::nullopt), ContainsSubstring("no race detector was run"));
    CHECK(conclusion({failed_run()}, detection(0)) ==
          "the program fails with 10 elements and 2 threads: Segmentation fault");
}

TEST_CASE("a check reads what a program says", "[check]") {
    const std::filesystem::path program = scratch() / "a program";
    std::ofstream{program}
        << "#!/bin/sh\necho '  verdict     wrong in 1 of 2 runs'\necho '  made of     nothing in 1'\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    std::size_t shown = 0;
    const std::vector<SampleRun> runs = check_sample(program, [&](std::size_t, std::size_t) { ++shown; });
    CHECK(runs.size() == settings_of_a_check().size());
    CHECK(shown == runs.size());
    CHECK(runs.front().verdict == "wrong in 1 of 2 runs");
    CHECK(runs.front().made_of == "nothing in 1");
    CHECK(!runs.front().right());
}

TEST_CASE("the program check ends with one line, and its status says whether anything was wrong", "[check]") {
    const Outcome of_right = run("$bin/check $samples/fused_loop");
    INFO(of_right.out << of_right.err);
    CHECK(of_right.status == 0);
    CHECK_THAT(of_right.out, ContainsSubstring("fused_loop: right in all 23 settings; "));
    const Outcome of_wrong = run("$bin/check $samples/return_zero | tail -n 1");
    CHECK_THAT(of_wrong.out,
               ContainsSubstring("return_zero: wrong with 1, 2, 4 and 8 threads (nothing): the mistake is in "
                                 "what one thread computes"));
    CHECK(run("$bin/check $samples/return_zero").status == 1);
    const Outcome none = run("$bin/check $samples/no_such_sample");
    CHECK(none.status == 2);
    CHECK(none.lines_of_err() == 1);
}
