// rejected: race forbidden
// Defines the hook of the detector's runtime that can drop a report. It has a C++ name.
#include <cstdint>
#include <span>

namespace __tsan {
class ReportDesc;
bool OnReport(const ReportDesc*, bool) { return true; }
int OnFinalize(bool) { return 0; }
}  // namespace __tsan

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel
    {
        std::int64_t part = 0;
#pragma omp for nowait
        for (std::size_t i = 0; i < a.size(); ++i) part += (a[i] - b[i]) * (a[i] - b[i]);
        total += part;
    }
    return total;
}
