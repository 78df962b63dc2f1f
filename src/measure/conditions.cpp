// The conditions under which something is measured.
#include "measure/conditions.hpp"

#include "contract/threads.hpp"
#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"

namespace reductions {

Conditions conditions_now() {
    const std::size_t threads = delivered_threads();
    return {this_machine(), threads, note_on_threads(), constraints(threads, cores_of_cgroups())};
}

}  // namespace reductions
