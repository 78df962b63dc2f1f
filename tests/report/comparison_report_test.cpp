// The comparison as a person reads it, from measurements that are known.
#include <cstdint>
#include <sstream>

#include "catch.hpp"
#include "report/comparison_report.hpp"
#include "variants/right_variants.hpp"

using namespace reductions;
using namespace reductions::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

Measurement measurement(std::string_view variant, std::string_view type, std::size_t size, double seconds) {
    Measurement m{};
    m.variant = &variant_named(variant);
    m.type = type;
    m.size = size;
    m.threads = 2;
    m.expected = m.answer = std::int64_t{36};
    m.judgement.count<std::int64_t>(36, Reference<std::int64_t>{36, 36, 36, 36, 36});
    static const ControlArrays<std::int64_t> control{10};
    m.judgement.count(control.expected(), control);
    m.peak_heap = 1000;
    m.seconds = {seconds, seconds};
    m.limit_seconds = {0.001, 0.001};
    m.limit_loop = "read somehow";
    return m;
}

}  // namespace

TEST_CASE("speeds, bandwidths and verdicts are worked out right", "[report]") {
    std::vector<Measurement> all = {measurement("fused_loop", "int64", 1'000'000, 0.004),
                                    measurement("critical_per_element", "int64", 100'000, 0.004),
                                    measurement("fused_loop", "int32", 1'000'000, 0.001),
                                    measurement("critical_per_element", "int32", 100'000, 0.002)};
    const Reference<std::int64_t> right{36, 36, 36, 36, 36};
    all[1].judgement.count<std::int64_t>(5, right);
    all[1].judgement.count<std::int64_t>(7, right);
    std::ostringstream out;
    print_comparison(out, all, {.width = 200, .colours = false});
    INFO(out.str());
    // 16 bytes an element: 16 MB in 4 ms; then a tenth of the elements in the same time
    CHECK_THAT(out.str(), ContainsSubstring("4.00 ms ±0.0%  1.00×  4.00       25%    1.00 kB      36  right\n"));
    CHECK_THAT(
        out.str(),
        ContainsSubstring(
            "4.00 ms ±0.0%  0.10×  0.40       25%    1.00 kB      36  wrong in 2 of 3 runs, with 100,000 elements\n"));
    CHECK_THAT(out.str(),
               ContainsSubstring("which reads both arrays in 1.00 ms: the limit, 16.0 GB/s (read somehow)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("    wrong answers seen: 5, 7\n"));
    CHECK_THAT(out.str(), ContainsSubstring("fused_loop            4.00 ms  1.00 ms             0.25\n"));
}

TEST_CASE("ratios are those of rounds: a machine that changes its speed between rounds does not change them",
          "[report]") {
    std::vector<Measurement> all = {
        measurement("fused_loop", "int64", 1'000'000, 0), measurement("omp_reduction", "int64", 1'000'000, 0),
        measurement("fused_loop", "int32", 1'000'000, 0), measurement("omp_reduction", "int32", 1'000'000, 0)};
    all[0].seconds = {0.004, 0.040, 0.400};
    all[1].seconds = {0.002, 0.020, 0.500};
    all[2].seconds = {0.003, 0.030, 0.004};
    all[3].seconds = {0.003, 0.010, 0.400};
    for (Measurement& m : all) m.limit_seconds = {0.001, 0.010, 0.100};
    std::ostringstream out;
    print_comparison(out, all, {.width = 200, .colours = false});
    INFO(out.str());
    CHECK_THAT(out.str(), ContainsSubstring("reads both arrays in 10.0 ms"));
    CHECK_THAT(out.str(), ContainsSubstring("40.0 ms ±90%  1.00×  0.40       25% "));
    CHECK_THAT(out.str(), ContainsSubstring("20.0 ms ±90%  2.00×  0.80       50% "));
    CHECK_THAT(out.str(), ContainsSubstring("fused_loop     40.0 ms  4.00 ms             0.75\n"));
    CHECK_THAT(out.str(), ContainsSubstring("omp_reduction  20.0 ms  10.0 ms             0.80\n"));
}
