// A new thread team, on cores of its own.
#include "measure/team.hpp"

#include <omp.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "measure/cores.hpp"
#include "measure/memory.hpp"

namespace reductions {

void start_team(const std::function<void()>& call) {
    const MemoryLimitLifted lifted;
    omp_pause_resource_all(omp_pause_soft);
    const std::vector<pid_t> before = threads_of_this_program();
    call();
    const std::vector<pid_t> after = threads_of_this_program();
    std::vector<pid_t> started;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(started));
    spread_over_cores(started);
}

}  // namespace reductions
