// What changes the measured times from outside the program, in words.
#include "measure/constraints.hpp"

#include <omp.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "arrays/printable.hpp"
#include "contract/threads.hpp"
#include "measure/cores.hpp"

namespace reductions {

std::string settings_among(const std::vector<const char*>& names) {
    std::string text;
    for (const char* const name : names) {
        const char* const value = std::getenv(name);
        if (value != nullptr) text += (text.empty() ? "" : ", ") + std::string{name} + '=' + printable(value);
    }
    return text;
}

std::string settings_of_small_teams() {
    return settings_among({"OMP_THREAD_LIMIT", "OMP_DYNAMIC", "OMP_MAX_ACTIVE_LEVELS", "KMP_ALL_THREADS",
                           "KMP_DEVICE_THREAD_LIMIT", "KMP_MAX_THREADS"});
}

std::string note_on_threads() {
    const std::size_t requested = requested_threads();
    const bool may_vary = omp_get_dynamic() != 0 && requested > 1;
    if (delivered_threads() >= requested && !may_vary) return {};
    const std::string settings = settings_of_small_teams();
    return " (" + std::to_string(requested) + " requested" + (settings.empty() ? "" : "; " + settings) +
           (may_vary ? ": OpenMP chooses in each region" : "") + ')';
}

std::vector<std::string> constraints(std::size_t threads, std::optional<double> quota, std::size_t busy_cores) {
    std::vector<std::string> all;
    const auto machine = static_cast<std::size_t>(omp_get_num_procs());
    const std::size_t used = std::max(threads, std::min(threads + busy_cores, machine));  // if nothing stops them
    if (quota && *quota < static_cast<double>(used)) {
        std::ostringstream text;
        text << "A cgroup quota limits this program to the time of " << *quota << (*quota == 1 ? " core" : " cores")
             << ". The kernel stops it when " << threads << (threads == 1 ? " thread" : " threads")
             << (busy_cores == 0 ? "" : " and the other work") << (threads == 1 && busy_cores == 0 ? " has" : " have")
             << " used that up, so times are longer.";
        all.push_back(text.str());
    }
    const std::size_t cores = cores_of_this_thread();
    if (threads_are_bound() && cores != 0 && cores < threads) {
        const std::string settings =
            settings_among({"OMP_PROC_BIND", "OMP_PLACES", "GOMP_CPU_AFFINITY", "KMP_AFFINITY"});
        all.push_back("OpenMP has bound its threads" + (settings.empty() ? "" : " (" + settings + ')') +
                      ". Threads that are started without OpenMP share the " +
                      (cores == 1 ? "core" : std::to_string(cores) + " cores") + " of OpenMP's first thread.");
    }
    return all;
}

}  // namespace reductions
