// `compare` through its command line: which variants it compares, and on which arrays.
#include <string>

#include "catalog/catalog.hpp"
#include "catch.hpp"
#include "programs/printed.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("compare prints a row for every variant, with its verdict", "[programs]") {
    const Outcome outcome = run("$bin/compare --chapter all --size 10000 --repetitions 3 --threads 2");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK_THAT(outcome.out,
               ContainsSubstring("10,000 elements of type int64 with 2 threads; the right answer is 360000"));
    CHECK_THAT(outcome.out, !ContainsSubstring("\033"));
    for (const Variant* variant : catalog()) {
        const std::string row = row_of(outcome.out, std::string{variant->name});
        CHECK_THAT(row, !ContainsSubstring("no row"));
        CHECK_THAT(row, ContainsSubstring(std::string{variant->article_name}));
        if (variant->expectation == Expectation::right) CHECK_THAT(row, ContainsSubstring("360000  right"));
    }
    CHECK_THAT(row_of(outcome.out, "return_zero"), ContainsSubstring("wrong in"));
}

TEST_CASE("compare --only compares those variants, once each, in the order given", "[programs]") {
    const Outcome outcome =
        run("$bin/compare --size 1000 --repetitions 1 --only omp_reduction,fused_loop,omp_reduction");
    CHECK(outcome.status == 0);
    CHECK(has_match(outcome.out, "\nomp_reduction [^\n]*\nfused_loop [^\n]*\n\n"));
}

TEST_CASE("compare shows the article's chapter, or the chapters that are given", "[programs]") {
    const Outcome article = run("$bin/compare --size 1000 --repetitions 1");
    CHECK(article.status == 0);
    CHECK_THAT(row_of(article.out, "return_zero"), ContainsSubstring("superfast"));
    CHECK_THAT(row_of(article.out, "atomic_per_thread"), ContainsSubstring("no row"));
    CHECK_THAT(article.out, ContainsSubstring("More ways to reduce: --chapter article, synchronised, "));

    const Outcome partials = run("$bin/compare --size 1000 --repetitions 1 --chapter partials,tasks");
    CHECK(partials.status == 0);
    CHECK_THAT(row_of(partials.out, "partials_padded"), ContainsSubstring("36000  right"));
    CHECK_THAT(row_of(partials.out, "task_halving"), ContainsSubstring("36000  right"));
    CHECK_THAT(row_of(partials.out, "fused_loop"), ContainsSubstring("no row"));
    CHECK_THAT(partials.out, !ContainsSubstring("More ways"));
}

TEST_CASE("slow variants get fewer elements, and the row says so", "[programs]") {
    const std::string compare = "$bin/compare --only omp_reduction,critical_per_element --repetitions 1";
    const Outcome outcome = run(compare);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("9,999,999 elements of type int64"));
    CHECK_THAT(row_of(outcome.out, "critical_per_element"), ContainsSubstring("3600000  right, with 100,000 elements"));
    CHECK_THAT(row_of(run(compare + " --size 200000").out, "critical_per_element"),
               ContainsSubstring("7200000  right"));
}

TEST_CASE("compare takes .npy files", "[programs][npy]") {
    const Outcome outcome = run("$bin/compare $golden/float32.a.npy $golden/float32.b.npy --repetitions 1");
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("1,001 elements of type float32"));
    CHECK(has_match(outcome.out, "\na from .*/float32\\.a\\.npy, b from .*/float32\\.b\\.npy\n"));
    CHECK(run("$bin/compare $golden/empty.a.npy $golden/empty.b.npy --repetitions 1").status == 0);
}

TEST_CASE("compare --busy-cores says how many cores it kept busy", "[programs]") {
    const std::string compare = "$bin/compare --only omp_reduction --size 1000 --repetitions 1 --threads 2";
    const Outcome busy = run(compare + " --busy-cores 1 --json $scratch/busy.json");
    INFO(busy.out << busy.err);
    CHECK(busy.status == 0);
    CHECK(has_match(busy.out, "cores?(, 1 of them)? kept busy with other work, compiled"));
    CHECK_THAT(row_of(busy.out, "omp_reduction"), ContainsSubstring("36000  right"));
    const std::string json = read_text(scratch() / "busy.json");
    CHECK_THAT(json, ContainsSubstring("\"name\": \"omp_reduction/int64/1000/2/busy_cores:1\",") &&
                         ContainsSubstring("\"name\": \"plain_read/int64/1000/2/busy_cores:1\","));
    const Outcome idle = run(compare + " --busy-cores 0 --json $scratch/busy.json");
    CHECK(idle.status == 0);
    CHECK_THAT(idle.out, !ContainsSubstring("other work"));
    CHECK_THAT(read_text(scratch() / "busy.json"), !ContainsSubstring("busy_cores"));
}

TEST_CASE("compare --list names the variants and runs nothing", "[programs]") {
    const Outcome outcome = run("$bin/compare --list");
    CHECK(outcome.status == 0);
    for (const Variant* variant : catalog()) CHECK_THAT(outcome.out, ContainsSubstring(std::string{variant->shows}));
    for (const char* const row :
         {" fused_loop +right +nothing ", " omp_reduction +right +run ", " std_thread +right +threads ",
          " shared_accumulator +racy +- ", " narrow_accumulator +lossy +- ", " return_zero +wrong +- "}) {
        CHECK(has_match(outcome.out, row));
    }
}

TEST_CASE("if a variant that should be right is wrong, the exit status is 1", "[programs]") {
    const Outcome comparison = run("$bin/compare_off_by_one --size 1000 --repetitions 1");
    CHECK(comparison.status == 1);
    CHECK_THAT(row_of(comparison.out, "off_by_one"), ContainsSubstring("36001  wrong in"));
    CHECK(has_match(comparison.out, "wrong in ([0-9,]+) of \\1 runs"));
    const Outcome sample = run("$samples/off_by_one --size 1000");
    CHECK(sample.status == 1);
    CHECK_THAT(sample.out, ContainsSubstring("verdict     wrong in "));
    CHECK(has_match(sample.out, "made of     more than the sum in (\\d) of \\1 control runs\n"));
    CHECK_THAT(sample.out, ContainsSubstring("catalog     should be right; make check-off_by_one shows "));
}

TEST_CASE("answers in float32 that prove nothing are not called right", "[programs]") {
    const Outcome outcome =
        run("$bin/compare --only fused_loop,return_zero --type float32 --repetitions 2 --size 20000000");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(has_match(row_of(outcome.out, "fused_loop"), "counted, off [0-9.]+%$"));
    // Two controls and two repetitions.
    CHECK_THAT(row_of(outcome.out, "return_zero"), ContainsSubstring("0  wrong in 4 of 4 control runs"));
    CHECK_THAT(outcome.out, ContainsSubstring("\ncounted: every element counted in all control runs"));
}

TEST_CASE("a team smaller than requested gives the right answers", "[programs]") {
    CHECK(run("OMP_THREAD_LIMIT=1 $bin/compare --size 100000 --threads 8 --repetitions 1").status == 0);
    CHECK(run("OMP_DYNAMIC=true $bin/compare --size 100000 --threads 8 --repetitions 1").status == 0);
}

TEST_CASE("colours and progress are shown only on a terminal", "[programs]") {
    if (!has_terminal()) return;
    const auto on_terminal = [](const std::string& settings, const std::string& columns) {
        return run_in_terminal(settings, "compare --size 1000 --repetitions 1", columns).out;
    };
    const std::string coloured = on_terminal("", "200");
    CHECK_THAT(coloured, ContainsSubstring("\033[32mright") && ContainsSubstring("comparing: 0 of 12"));
    CHECK_THAT(on_terminal("NO_COLOR=1", "200"), !ContainsSubstring("\033[32m"));
    CHECK_THAT(on_terminal("NO_COLOR=", "200"), ContainsSubstring("\033[32m"));  // empty means not set
    CHECK_THAT(on_terminal("", "80"), ContainsSubstring("fused_loop, the article's numba_squared_diff"));
}
