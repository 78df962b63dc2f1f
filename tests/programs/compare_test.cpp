// `compare` through its command line.
#include <fstream>
#include <regex>
#include <string>

#include "catalog/catalog.hpp"
#include "catch.hpp"
#include "measure/sanitizer.hpp"
#include "programs/run.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

// The row of a variant, without the names.
std::string row_of(const std::string& out, const std::string& variant) {
    const std::regex row{"(^|\n)" + variant + " [^\n]*"};
    std::smatch found;
    return std::regex_search(out, found, row) ? found.str() : "no row of " + variant;
}

}  // namespace

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
    CHECK(std::regex_search(outcome.out, std::regex{"\nomp_reduction [^\n]*\nfused_loop [^\n]*\n\n"}));
}

TEST_CASE("compare shows the article's chapter, or those that are asked for", "[programs]") {
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

TEST_CASE("variants that are slow by nature get fewer elements, and the row says so", "[programs]") {
    const std::string compare = "$bin/compare --only omp_reduction,critical_per_element --repetitions 1";
    const Outcome outcome = run(compare);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("9,999,999 elements of type int64"));
    CHECK_THAT(row_of(outcome.out, "critical_per_element"), ContainsSubstring("3600000  right, with 100,000 elements"));
    CHECK_THAT(row_of(run(compare + " --size 200000").out, "critical_per_element"),
               ContainsSubstring("7200000  right"));
}

TEST_CASE("compare --accuracy shows errors, repeatability and cost", "[programs]") {
    const Outcome outcome = run("$bin/compare --accuracy --chapter all --size 10000 --threads 2");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out,
               ContainsSubstring("squares of type float64") && ContainsSubstring("squares of type float32"));
    CHECK(std::regex_search(row_of(outcome.out, "exact_sum"), std::regex{"exact_sum +0.00 +1 +1 +"}));
    const std::string floats = outcome.out.substr(outcome.out.find("squares of type float32"));
    CHECK(std::regex_search(row_of(floats, "omp_reduction"), std::regex{"omp_reduction +[0-9.]+ +[0-9]+ +[2-6] +"}));
    CHECK_THAT(row_of(outcome.out, "shared_accumulator"), ContainsSubstring("no row"));
    const Outcome files = run("$bin/compare --accuracy --only fixed_tree $golden/float32.a.npy $golden/float32.b.npy");
    CHECK(files.status == 0);
    CHECK(std::regex_search(row_of(files.out, "fixed_tree"), std::regex{"fixed_tree +[0-9.]+ +1 +1 +"}));
}

TEST_CASE("compare shows types beside each other", "[programs]") {
    const Outcome outcome = run("$bin/compare --size 1000 --repetitions 1 --type int64,int32,float64,float32");
    CHECK(outcome.status == 0);
    for (const std::string type : {"int64", "int32", "float64", "float32"}) {
        CHECK_THAT(outcome.out, ContainsSubstring("1,000 elements of type " + type));
    }
    CHECK(std::regex_search(outcome.out, std::regex{"variant +int64 +int32 +of int64's time +float64"}));
}

TEST_CASE("compare takes .npy files", "[programs][npy]") {
    const Outcome outcome = run("$bin/compare $golden/float32.a.npy $golden/float32.b.npy --repetitions 1");
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("1,001 elements of type float32"));
    CHECK(run("$bin/compare $golden/empty.a.npy $golden/empty.b.npy --repetitions 1").status == 0);
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
    CHECK((json.find("\"peak_heap_bytes\":") != std::string::npos) == !BUILT_WITH_SANITIZER);
    CHECK(std::count(json.begin(), json.end(), '{') == std::count(json.begin(), json.end(), '}'));
}

TEST_CASE("compare's JSON is JSON, and has the answers and the limit", "[programs]") {
    const Outcome outcome =
        run("$bin/compare --size 1000 --threads 2 --repetitions 3 --only fused_loop,return_zero --json "
            "$scratch/limit.json");
    CHECK(outcome.status == 0);
    const std::string json = read_text(scratch() / "limit.json");
    CHECK_THAT(json, !ContainsSubstring("nan") && !ContainsSubstring("NaN"));
    CHECK_THAT(json, ContainsSubstring("\"name\": \"read_limit/int64/1000/2\",") &&
                         ContainsSubstring("\"label\": \"36000\"") && ContainsSubstring("\"label\": \"0\"") &&
                         ContainsSubstring("\"processor\": ") && ContainsSubstring("\"compiler\": "));
}

TEST_CASE("compare shows the limit, and each variant's share of it", "[programs]") {
    const Outcome outcome = run("$bin/compare --size 100000 --repetitions 3 --only fused_loop,return_zero");
    CHECK(
        std::regex_search(outcome.out, std::regex{"reads both arrays in [0-9.]+ [^ ]+: the limit, [0-9.]+ GB/s \\("}));
    CHECK(std::regex_search(row_of(outcome.out, "fused_loop"), std::regex{"× +[0-9.]+ +[0-9.]+% "}));
    CHECK(std::regex_search(row_of(outcome.out, "return_zero"), std::regex{"× +- +- "}));
}

TEST_CASE("compare --list names the variants and runs nothing", "[programs]") {
    const Outcome outcome = run("$bin/compare --list");
    CHECK(outcome.status == 0);
    for (const Variant* variant : catalog()) CHECK_THAT(outcome.out, ContainsSubstring(std::string{variant->shows}));
    for (const char* const row :
         {" fused_loop +right +nothing ", " omp_reduction +right +run ", " std_thread +right +threads ",
          " shared_accumulator +racy +- ", " narrow_accumulator +lossy +- ", " return_zero +wrong +- "}) {
        CHECK(std::regex_search(outcome.out, std::regex{row}));
    }
}

TEST_CASE("a right variant that is wrong ends in exit status 1", "[programs]") {
    const Outcome comparison = run("$bin/compare_off_by_one --size 1000 --repetitions 1");
    CHECK(comparison.status == 1);
    CHECK_THAT(row_of(comparison.out, "off_by_one"), ContainsSubstring("36001  wrong in"));
    CHECK(std::regex_search(comparison.out, std::regex{"wrong in ([0-9,]+) of \\1 runs"}));
    const Outcome sample = run("$samples/off_by_one --size 1000");
    CHECK(sample.status == 1);
    CHECK_THAT(sample.out, ContainsSubstring("verdict     wrong in "));
    CHECK_THAT(sample.out, ContainsSubstring("made of     more than the sum in 5 of 5 control runs\n"));
    CHECK_THAT(sample.out, ContainsSubstring("catalog     should be right; make check-off_by_one finds out "));
}

TEST_CASE("answers in float32 that prove nothing are not called right", "[programs]") {
    const Outcome outcome =
        run("$bin/compare --only fused_loop,return_zero --type float32 --repetitions 2 --size 20000000");
    INFO(outcome.out << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(std::regex_search(row_of(outcome.out, "fused_loop"), std::regex{"counted, off [0-9.]+%$"}));
    // Two controls and two repetitions.
    CHECK_THAT(row_of(outcome.out, "return_zero"), ContainsSubstring("0  wrong in 4 of 4 control runs"));
    CHECK_THAT(outcome.out, ContainsSubstring("\ncounted: every element counted in all control runs"));
}

TEST_CASE("compare's own lists are not counted as a variant's memory", "[programs][heap]") {
    if (BUILT_WITH_SANITIZER) return;
    const Outcome outcome = run("$bin/compare --only return_zero,fused_loop --size 1000 --repetitions 1");
    CHECK(std::regex_search(row_of(outcome.out, "return_zero"), std::regex{" 0 B +0  wrong"}));
}

TEST_CASE("what is not a number is not shown as one", "[programs]") {
    std::ofstream{scratch() / "empty.npy", std::ios::binary}
        << "\x93NUMPY" << '\x01' << '\0' << '\x37' << '\0' << "{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}";
    const Outcome empty = run("$bin/compare --accuracy --only fused_loop $scratch/empty.npy $scratch/empty.npy");
    INFO(empty.out << empty.err);
    CHECK(std::regex_search(row_of(empty.out, "fused_loop"), std::regex{"fused_loop +0.00 +1 +1 +- +right"}));
    CHECK_THAT(empty.out, !ContainsSubstring("nan"));
    const Outcome once = run("$bin/compare --only fused_loop --size 1000 --repetitions 1");
    CHECK_THAT(row_of(once.out, "fused_loop"), !ContainsSubstring("±"));
}

TEST_CASE("a team smaller than asked for gives the right answers", "[programs]") {
    CHECK(run("OMP_THREAD_LIMIT=1 $bin/compare --size 100000 --threads 8 --repetitions 1").status == 0);
    CHECK(run("OMP_DYNAMIC=true $bin/compare --size 100000 --threads 8 --repetitions 1").status == 0);
}

TEST_CASE("colours and progress are for terminals", "[programs]") {
    if (!has_terminal()) return;
    const auto on_terminal = [](const std::string& settings, const std::string& columns) {
        return run_in_terminal(settings, "compare --size 1000 --repetitions 1", columns).out;
    };
    const std::string coloured = on_terminal("", "200");
    CHECK_THAT(coloured, ContainsSubstring("\033[32mright") && ContainsSubstring("comparing: 0 of 12"));
    CHECK_THAT(on_terminal("NO_COLOR=1", "200"), !ContainsSubstring("\033[32m"));
    CHECK_THAT(on_terminal("NO_COLOR=", "200"), ContainsSubstring("\033[32m"));  // empty is as good as not set
    CHECK_THAT(on_terminal("", "80"), ContainsSubstring("fused_loop, the article's numba_squared_diff"));
}
