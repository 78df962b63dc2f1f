// What has to be known before the work begins.
#include "programs/resources.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <latch>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "measure/sanitizer.hpp"

namespace ssd {

std::size_t available_memory() {
    std::ifstream meminfo{"/proc/meminfo"};
    std::string name;
    for (std::size_t kilobytes = 0; meminfo >> name >> kilobytes; meminfo.ignore(80, '\n')) {
        if (name == "MemAvailable:") return kilobytes * 1024;
    }
    return 0;
}

void limit_memory_to_what_is_available() {
    const std::size_t available = SSD_SANITIZER ? 0 : available_memory();
    rlimit limit{};
    if (available == 0 || getrlimit(RLIMIT_DATA, &limit) != 0) return;
    limit.rlim_cur = std::min<rlim_t>({limit.rlim_cur, limit.rlim_max, available});
    setrlimit(RLIMIT_DATA, &limit);
}

bool threads_can_be_had(std::size_t threads) {
    std::vector<std::thread> tried;
    std::latch all_started{1};
    const auto join_all = [&] {
        all_started.count_down();
        for (std::thread& thread : tried) thread.join();
    };
    try {
        while (tried.size() < threads) tried.emplace_back([&] { all_started.wait(); });
    } catch (const std::system_error&) {
        join_all();
        return false;
    }
    join_all();
#pragma omp parallel num_threads(static_cast <int>(threads))
    {}
    return true;
}

}  // namespace ssd
