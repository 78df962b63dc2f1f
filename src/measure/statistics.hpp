// Statistics of repeated measurements: robust figures for times, and a confidence interval for a rate.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace reductions {

// The middle value, or the mean of the two middle ones. There must be at least one value.
inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// The median of x[i] / y[i], where x[i] and y[i] were measured in the same round. x and y must have the same length.
inline double median_ratio(std::vector<double> x, const std::vector<double>& y) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] /= y[i];
    return median(std::move(x));
}

// The median absolute deviation: half of the values are within this distance of the median.
inline double spread(std::vector<double> values) {
    const double centre = median(values);
    for (double& value : values) value = std::abs(value - centre);
    return median(std::move(values));
}

// From `low` to `high`.
struct Interval {
    double low;
    double high;
};

// The 95 % confidence interval of a rate, after `hits` in `trials` >= 1. This is Wilson's interval. It stays within 0
// and 1, and it is useful even if there were no hits. (E. B. Wilson, "Probable inference, the law of succession, and
// statistical inference", Journal of the American Statistical Association 22, 1927.)
inline Interval wilson_interval(std::size_t hits, std::size_t trials) {
    const double z = 1.959964;  // 95 % of the standard normal distribution lies between -z and z
    const auto n = static_cast<double>(trials);
    const double rate = static_cast<double>(hits) / n;
    const double centre = rate + z * z / (2 * n);
    const double reach = z * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (centre - reach) / scale), std::min(1.0, (centre + reach) / scale)};
}

}  // namespace reductions
