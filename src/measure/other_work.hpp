// How busy other programs keep the cores that this program measures on.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reductions {

// The time that some cores spent working, from the text of Linux's /proc/stat, in seconds; time that the host of a
// virtual machine took from it counts as work. Cores are numbered as in the text. `ticks` are those of a second.
double busy_seconds(const std::string& proc_stat, const std::vector<std::size_t>& cores, double ticks);

// Measures from its construction on.
class OtherWork {
public:
    OtherWork();

    // How many cores, on average, other programs have kept busy since, of those that this program may use. Nothing
    // where the system does not tell, or where less than a tenth of a second has passed: the system counts in
    // hundredths.
    std::optional<double> cores() const;

private:
    double busy_seconds_so_far() const;

    std::vector<std::size_t> cores_;
    std::chrono::steady_clock::time_point start_;
    double busy_;
    double own_;
};

// Whether so much other work puts times off.
constexpr bool is_busy(std::optional<double> cores) { return cores && *cores >= 0.2; }

}  // namespace reductions
