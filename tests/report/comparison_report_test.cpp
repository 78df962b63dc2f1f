// A printed comparison of known measurements.
#include "report/comparison_report.hpp"

#include <sstream>

#include "catch.hpp"
#include "measure/measurements.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

const Conditions conditions{{"a processor", 2, "a compiler"}, 2, 0, " (3 requested)", {"A constraint."}};

// Two variants with two types. The second one gave wrong answers for int64.
std::vector<TypeMeasurements> measured() {
    std::vector<TypeMeasurements> all{{"int64",
                                       {measurement("fused_loop", "int64", 1'000'000, {0.004, 0.004}),
                                        measurement("critical_per_element", "int64", 100'000, {0.004, 0.004})}},
                                      {"int32",
                                       {measurement("fused_loop", "int32", 1'000'000, {0.001, 0.001}),
                                        measurement("critical_per_element", "int32", 100'000, {0.002, 0.002})}}};
    all[0].variants[1].judgement.count<std::int64_t>(5, right_answer);
    all[0].variants[1].judgement.count<std::int64_t>(7, right_answer);
    return all;
}

std::string printed(const std::vector<TypeMeasurements>& measured, std::size_t width = 200,
                    const Conditions& under = conditions) {
    std::ostringstream out;
    print_comparison(out, figures_of(measured), under, {.width = width, .colours = false});
    return out.str();
}

}  // namespace

TEST_CASE("the head says what was measured, and where", "[report]") {
    CHECK_THAT(printed(measured()),
               ContainsSubstring("sum((a[i] - b[i])²) of 1,000,000 elements of type int64 with 2 threads (3 "
                                 "requested); the right answer is 36\n"
                                 "on a processor, 2 cores, compiled with a compiler\n"
                                 "A constraint.\n"
                                 "Fastest plain read of both arrays: 1.00 ms, 16.0 GB/s (read somehow)\n"));
}

TEST_CASE("the head names the files, if the arrays come from files", "[report]") {
    CHECK_THAT(printed(measured()), !ContainsSubstring("a from"));
    Conditions of_files = conditions;
    of_files.files = {"mine/a.npy", "b\n.npy"};
    CHECK_THAT(printed(measured(), 200, of_files),
               ContainsSubstring("the right answer is 36\na from mine/a.npy, b from b\\n.npy\non a processor"));
}

TEST_CASE("the head says how many cores were kept busy", "[report]") {
    Conditions busy = conditions;
    busy.busy_cores = 1;
    CHECK_THAT(printed(measured(), 200, busy), ContainsSubstring("on a processor, 2 cores, 1 of them kept busy with "
                                                                 "other work, compiled with a compiler\n"));
    busy.busy_cores = 2;
    CHECK_THAT(printed(measured(), 200, busy), ContainsSubstring(", 2 cores kept busy with other work, compiled"));
}

TEST_CASE("a row has the figures, the answer and the verdict", "[report]") {
    const std::string out = printed(measured());
    INFO(out);
    CHECK_THAT(out, ContainsSubstring("4.00 ms ±0.0%  1.00×  4.00            25%    1.00 kB      36  right\n"));
    CHECK_THAT(out,
               ContainsSubstring("4.00 ms ±0.0%  0.10×  0.40            25%    1.00 kB      36  wrong in 2 of 3 runs, "
                                 "with 100,000 elements\n"
                                 "    wrong answers seen: 5, 7\n"));
}

TEST_CASE("a missing figure is a dash", "[report]") {
    const std::string out = printed({{"int64", {measurement("return_zero", "int64", 10, {0.001})}}});
    INFO(out);
    CHECK_THAT(out, ContainsSubstring("1.00 ms  1.00×     -              -    1.00 kB      36  right\n"));
}

TEST_CASE("several types are shown side by side", "[report]") {
    CHECK_THAT(printed(measured()), ContainsSubstring("fused_loop            4.00 ms  1.00 ms             0.25\n"));
    CHECK_THAT(printed({measured().front()}), !ContainsSubstring("side by side"));
}

TEST_CASE("in a narrow terminal, the names of a variant have their own line", "[report]") {
    CHECK_THAT(printed(measured(), 80), ContainsSubstring("\nfused_loop, the article's numba_squared_diff\n"));
}
