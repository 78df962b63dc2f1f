// The conditions under which something is measured.
#include "measure/conditions.hpp"

#include "contract/threads.hpp"
#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"

namespace reductions {

Conditions conditions_now(std::size_t busy_cores) {
    const std::size_t threads = delivered_threads();
    return {this_machine(), threads, busy_cores, note_on_threads(),
            constraints(threads, cores_of_cgroups(), busy_cores)};
}

}  // namespace reductions
