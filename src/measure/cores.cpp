// Which threads this program has, and on which cores they run, as Linux reports it.
#include "measure/cores.hpp"

#include <omp.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace reductions {

std::vector<pid_t> threads_of_this_program() {
    std::vector<pid_t> threads;
    std::error_code unknown;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc/self/task", unknown}) {
        threads.push_back(std::stoi(entry.path().filename().string()));
    }
    std::sort(threads.begin(), threads.end());
    return threads;
}

bool threads_are_bound() { return omp_get_proc_bind() != omp_proc_bind_false; }

std::vector<std::size_t> cores_for(std::size_t threads, std::vector<std::size_t> cores, std::size_t here) {
    const auto callers = std::find(cores.begin(), cores.end(), here);
    if (callers != cores.end()) std::rotate(cores.begin(), callers, cores.end());
    std::vector<std::size_t> spread;
    for (std::size_t i = 1; i <= threads; ++i) spread.push_back(cores[i % cores.size()]);
    return spread;
}

#ifdef __linux__

std::vector<std::size_t> allowed_cores() {
    std::set<std::size_t> cores;
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        for (std::size_t core = 0; core < CPU_SETSIZE; ++core) {
            if (CPU_ISSET(core, &allowed)) cores.insert(core);
        }
    }
    for (int place = 0; place < omp_get_num_places(); ++place) {
        std::vector<int> of_place(static_cast<std::size_t>(omp_get_place_num_procs(place)));
        omp_get_place_proc_ids(place, of_place.data());
        cores.insert(of_place.begin(), of_place.end());
    }
    return {cores.begin(), cores.end()};
}

std::size_t cores_of_this_thread() {
    cpu_set_t allowed;
    return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? static_cast<std::size_t>(CPU_COUNT(&allowed)) : 0;
}

bool stay_on_core(std::size_t core) {
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(core, &only);
    return sched_setaffinity(0, sizeof only, &only) == 0;
}

void spread_over_cores(const std::vector<pid_t>& threads) {
    cpu_set_t allowed;
    if (threads.empty() || threads_are_bound() || sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
    std::vector<std::size_t> cores;
    for (std::size_t core = 0; core < CPU_SETSIZE; ++core) {
        if (CPU_ISSET(core, &allowed)) cores.push_back(core);
    }
    const auto move = [&](pid_t thread, std::size_t core) {  // a thread that cannot be moved stays where it is
        cpu_set_t only;
        CPU_ZERO(&only);
        CPU_SET(core, &only);
        sched_setaffinity(thread, sizeof only, &only);
        sched_setaffinity(thread, sizeof allowed, &allowed);
    };
    const std::vector<std::size_t> spread =
        cores_for(threads.size(), std::move(cores), static_cast<std::size_t>(sched_getcpu()));
    for (std::size_t i = 0; i < threads.size(); ++i) move(threads[i], spread[i]);
}

#else

std::vector<std::size_t> allowed_cores() { return {}; }
std::size_t cores_of_this_thread() { return 0; }
bool stay_on_core(std::size_t) { return true; }

void spread_over_cores(const std::vector<pid_t>&) {}

#endif

}  // namespace reductions
