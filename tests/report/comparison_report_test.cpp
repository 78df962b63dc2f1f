// The comparison as a person reads it, from measurements that are known.
#include <sstream>

#include "catch.hpp"
#include "report/comparison_report.hpp"
#include "variants/right_variants.hpp"

using namespace ssd;
using namespace ssd::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

Measurement measurement(std::string_view variant, std::string_view type, std::size_t size, double seconds) {
    Measurement m{};
    m.variant = &variant_named(variant);
    m.type = type;
    m.size = size;
    m.threads = 2;
    m.expected = m.answer = std::int64_t{36};
    m.tally.count(std::int64_t{36}, true);
    m.peak_heap = 1000;
    m.seconds = {seconds};
    m.limit = 0.001;
    m.limit_loop = "read somehow";
    return m;
}

}  // namespace

TEST_CASE("speeds, bandwidths and verdicts are worked out right", "[report]") {
    std::vector<Measurement> all = {measurement("fused_loop", "int64", 1'000'000, 0.004),
                                    measurement("critical_per_element", "int64", 100'000, 0.004),
                                    measurement("fused_loop", "int32", 1'000'000, 0.001),
                                    measurement("critical_per_element", "int32", 100'000, 0.002)};
    all[1].tally.count(std::int64_t{5}, false);
    all[1].tally.count(std::int64_t{7}, false);
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
