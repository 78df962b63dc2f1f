// The figures that a comparison shows, computed from its measurements.
#include "measure/comparison_figures.hpp"

#include <algorithm>

#include "measure/statistics.hpp"

namespace reductions {
namespace {

// The bytes of both arrays.
double bytes(const Measurement& m) { return 2.0 * static_cast<double>(m.size * element_size(m.type)); }

double elements(const Measurement& m) { return static_cast<double>(std::max<std::size_t>(m.size, 1)); }

VariantFigures figures_of_variant(const Measurement& m, const Measurement& first_variant,
                                  const Measurement& first_type) {
    VariantFigures figures{};
    figures.measurement = &m;
    figures.seconds = median(m.seconds);
    if (m.seconds.size() > 1) figures.spread = spread(m.seconds) / figures.seconds;
    figures.speed = median_ratio(first_variant.seconds, m.seconds) * elements(m) / elements(first_variant);
    if (m.variant->expectation != Expectation::wrong) {
        figures.bytes_per_second = bytes(m) / figures.seconds;
        if (m.size != 0) figures.share_of_read_speed = median_ratio(m.read_seconds, m.seconds);
    }
    figures.time_of_first_type = median_ratio(m.seconds, first_type.seconds);
    return figures;
}

std::optional<ReadSpeedFigures> read_speed_of(const Measurement& m) {
    if (m.size == 0) return std::nullopt;
    const double seconds = median(m.read_seconds);
    return ReadSpeedFigures{m.read_loop, seconds, bytes(m) / seconds};
}

}  // namespace

std::vector<TypeFigures> figures_of(std::span<const TypeMeasurements> measured) {
    std::vector<TypeFigures> all;
    for (const auto& [type, variants] : measured) {
        const Measurement& largest =
            *std::max_element(variants.begin(), variants.end(),
                              [](const Measurement& x, const Measurement& y) { return x.size < y.size; });
        TypeFigures& figures = all.emplace_back();
        figures.type = type;
        figures.size = largest.size;
        figures.expected = largest.expected;
        figures.read_speed = read_speed_of(largest);
        for (std::size_t i = 0; i < variants.size(); ++i) {
            figures.variants.push_back(figures_of_variant(variants[i], variants.front(), measured.front().variants[i]));
        }
    }
    return all;
}

}  // namespace reductions
