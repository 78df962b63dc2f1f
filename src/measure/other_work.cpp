// How busy other programs keep the cores on which this program measures.
#include "measure/other_work.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "measure/cores.hpp"
#include "measure/machine.hpp"

namespace reductions {

// A line is "cpu3 user nice system idle iowait irq softirq steal guest guest_nice" (proc(5)). User time includes
// guests.
double busy_seconds(const std::string& proc_stat, const std::vector<std::size_t>& cores, double ticks) {
    std::istringstream lines{proc_stat};
    double busy = 0;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string name;
        words >> name;
        const bool is_wanted = std::any_of(cores.begin(), cores.end(),
                                           [&](std::size_t core) { return name == "cpu" + std::to_string(core); });
        if (!is_wanted) continue;
        double user = 0, nice = 0, system = 0, idle = 0, waiting = 0, interrupt = 0, soft_interrupt = 0, stolen = 0;
        words >> user >> nice >> system >> idle >> waiting >> interrupt >> soft_interrupt >> stolen;
        busy += user + nice + system + interrupt + soft_interrupt + stolen;
    }
    return busy / ticks;
}

OtherWork::OtherWork() : cores_{allowed_cores()}, busy_{busy_seconds_so_far()}, own_{own_seconds_so_far()} {}

double OtherWork::busy_seconds_so_far() const {
    std::ifstream file{"/proc/stat"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return busy_seconds(text, cores_, static_cast<double>(sysconf(_SC_CLK_TCK)));
}

double OtherWork::own_seconds_so_far() { return processor_seconds() + processor_seconds_of_ended_processes(); }

std::optional<double> OtherWork::cores() const {
    const double wall = stopwatch_.seconds();
    const double busy = busy_seconds_so_far() - busy_;
    if (wall < 0.1 || busy <= 0) return std::nullopt;
    return std::max(0.0, busy - (own_seconds_so_far() - own_)) / wall;
}

}  // namespace reductions
