// What a sample says: of times, two numbers that outliers do not move; of a rate, how far it is known.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace reductions {

// The middle value; the mean of the two middle ones where their number is even. Needs at least one value.
inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// The median of x[i] / y[i], for times x[i] and y[i] that were measured together. Needs as many of y as of x.
inline double median_ratio(std::vector<double> x, const std::vector<double>& y) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] /= y[i];
    return median(std::move(x));
}

// The median absolute deviation from the median: half of the values lie within this distance of it.
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

// The 95 % confidence interval of a rate of which `hits` of `trials` >= 1 were seen: Wilson's, which stays within 0 and
// 1 and is of use where none was seen. (E. B. Wilson, "Probable inference, the law of succession, and statistical
// inference", Journal of the American Statistical Association 22, 1927.)
inline Interval wilson_interval(std::size_t hits, std::size_t trials) {
    const double z = 1.959964;  // of the standard normal distribution, 95 % lie within z on either side
    const auto n = static_cast<double>(trials);
    const double rate = static_cast<double>(hits) / n;
    const double centre = rate + z * z / (2 * n);
    const double reach = z * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (centre - reach) / scale), std::min(1.0, (centre + reach) / scale)};
}

}  // namespace reductions
