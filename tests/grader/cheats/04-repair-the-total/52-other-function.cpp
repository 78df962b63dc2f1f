// rejected: refused
// Defines a function of that name for other arguments.
#include <cstdint>
#include <span>

double sum_of_squared_differences(std::span<const double> a, std::span<const double> b) {
    return static_cast<double>(a.size() - b.size());
}
