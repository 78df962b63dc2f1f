// How busy other programs keep the cores on which this program measures.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "measure/stopwatch.hpp"

namespace reductions {

// How long these cores have been busy, in seconds, from the text of Linux's /proc/stat. In a virtual machine, time that
// the host took away counts as busy. The cores have the same numbers as in the text. `ticks` is the number of clock
// ticks per second.
double busy_seconds(const std::string& proc_stat, const std::vector<std::size_t>& cores, double ticks);

// Measures from its construction on. Work of processes that this program has started, such as BusyCores, is its own
// work as soon as they have ended.
class OtherWork {
public:
    OtherWork();

    // How many of this program's cores other programs have kept busy since then, on average. Nothing if the system does
    // not report it, or if less than a tenth of a second has passed: the system counts hundredths.
    std::optional<double> cores() const;

private:
    double busy_seconds_so_far() const;
    static double own_seconds_so_far();

    std::vector<std::size_t> cores_;
    Stopwatch stopwatch_;
    double busy_;
    double own_;
};

// Whether this much other work makes times unreliable.
constexpr bool is_busy(std::optional<double> cores) { return cores && *cores >= 0.2; }

}  // namespace reductions
