// Figures of a comparison, computed from known measurements.
#include "measure/comparison_figures.hpp"

#include <cmath>
#include <optional>
#include <vector>

#include "catch.hpp"
#include "measure/measurements.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

// The figures of some variants with one type.
std::vector<VariantFigures> figures(const TypeMeasurements& measured) {
    return figures_of(std::vector<TypeMeasurements>{measured}).front().variants;
}

}  // namespace

TEST_CASE("speed is per element, and bandwidth counts both arrays", "[figures]") {
    const std::vector<TypeMeasurements> measured{
        {"int64",
         {measurement("fused_loop", "int64", 1'000'000, {0.004, 0.004}),
          measurement("critical_per_element", "int64", 100'000, {0.004, 0.004})}}};
    const std::vector<TypeFigures> all = figures_of(measured);
    REQUIRE(all.size() == 1);
    CHECK(all[0].type == "int64");
    CHECK(all[0].size == 1'000'000);
    CHECK(all[0].expected == Answer{std::int64_t{36}});
    const VariantFigures& first = all[0].variants[0];
    CHECK(first.measurement == &measured[0].variants[0]);
    CHECK(first.seconds == 0.004);
    CHECK(first.spread == 0.0);
    CHECK(first.speed == 1);
    CHECK(first.bytes_per_second == 16e6 / 0.004);
    CHECK(first.share_of_read_speed == 0.25);
    CHECK(first.time_of_first_type == 1);
    const VariantFigures& second = all[0].variants[1];  // a tenth of the elements in the same time
    CHECK(second.speed == 0.1);
    CHECK(second.bytes_per_second == 1.6e6 / 0.004);
}

TEST_CASE("the read speed is that of the largest arrays", "[figures]") {
    std::vector<TypeMeasurements> measured{
        {"int32",
         {measurement("critical_per_element", "int32", 100, {1}), measurement("fused_loop", "int32", 1000, {1})}}};
    measured[0].variants[0].read_loop = "read less";
    measured[0].variants[1].read_seconds = {0.002};
    const std::optional<ReadSpeedFigures> read_speed = figures_of(measured).front().read_speed;
    REQUIRE(read_speed);
    CHECK(read_speed->loop == "read somehow");
    CHECK(read_speed->seconds == 0.002);
    CHECK(read_speed->bytes_per_second == 8000 / 0.002);
}

TEST_CASE("ratios are medians of the rounds' ratios, so the machine's speed may change between rounds", "[figures]") {
    std::vector<TypeMeasurements> measured{{"int64",
                                            {measurement("fused_loop", "int64", 1'000'000, {0.004, 0.040, 0.400}),
                                             measurement("omp_reduction", "int64", 1'000'000, {0.002, 0.020, 0.500})}},
                                           {"int32",
                                            {measurement("fused_loop", "int32", 1'000'000, {0.003, 0.030, 0.004}),
                                             measurement("omp_reduction", "int32", 1'000'000, {0.003, 0.010, 0.400})}}};
    for (TypeMeasurements& type : measured) {
        for (Measurement& m : type.variants) m.read_seconds = {0.001, 0.010, 0.100};
    }
    const std::vector<TypeFigures> all = figures_of(measured);
    CHECK(all[0].read_speed->seconds == 0.010);
    CHECK(all[0].variants[0].share_of_read_speed == 0.25);
    CHECK(all[0].variants[1].seconds == 0.020);
    CHECK(std::abs(all[0].variants[1].spread.value() - 0.9) < 1e-12);
    CHECK(all[0].variants[1].speed == 2);
    CHECK(all[0].variants[1].share_of_read_speed == 0.5);
    CHECK(all[1].variants[0].time_of_first_type == 0.75);
    CHECK(all[1].variants[1].time_of_first_type == 0.8);
    CHECK(all[1].variants[0].speed == 1);  // relative to the first variant with the same type
}

TEST_CASE("a single round has no spread", "[figures]") {
    CHECK_FALSE(figures({"int64", {measurement("fused_loop", "int64", 10, {1})}})[0].spread);
}

TEST_CASE("a variant that need not read has no bandwidth and no share of the read speed", "[figures]") {
    const auto all = figures({"int64", {measurement("return_zero", "int64", 10, {1})}});
    CHECK_FALSE(all[0].bytes_per_second);
    CHECK_FALSE(all[0].share_of_read_speed);
}

TEST_CASE("empty arrays have no read speed", "[figures]") {
    const std::vector<TypeMeasurements> measured{{"int64", {measurement("fused_loop", "int64", 0, {1})}}};
    const TypeFigures empty = figures_of(measured).front();
    CHECK_FALSE(empty.read_speed);
    CHECK_FALSE(empty.variants[0].share_of_read_speed);
    CHECK(empty.variants[0].bytes_per_second == 0.0);
    CHECK(empty.variants[0].speed == 1);
}

TEST_CASE("only a variant that should be right fails a comparison", "[figures]") {
    std::vector<TypeMeasurements> measured{
        {"int64", {measurement("fused_loop", "int64", 10, {1}), measurement("return_zero", "int64", 10, {1})}}};
    measured[0].variants[1].judgement.count<std::int64_t>(0, right_answer);
    CHECK_FALSE(a_right_variant_was_wrong(measured));
    measured[0].variants[0].judgement.count<std::int64_t>(0, right_answer);
    CHECK(a_right_variant_was_wrong(measured));
}
