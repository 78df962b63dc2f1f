// A sample of measured times in two numbers that outliers do not move.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace ssd {

// The middle value; the mean of the two middle ones where their number is even. Needs at least one value.
inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// The median absolute deviation from the median: half of the values lie within this distance of it.
inline double spread(std::vector<double> values) {
    const double centre = median(values);
    for (double& value : values) value = std::abs(value - centre);
    return median(std::move(values));
}

}  // namespace ssd
