// The memory that a program may use.
#include "measure/memory.hpp"

#include "catch.hpp"
#include "measure/root_folder.hpp"

using namespace reductions;
using namespace reductions::testing;

TEST_CASE("available memory is the smallest of all limits, and that limit is named", "[memory]") {
    const RootFolder root;
    CHECK(available_memory(root.path).limited_by == "this machine");
    root.write("proc/meminfo", "MemTotal:       24000000 kB\nMemFree:  1 kB\nMemAvailable:       3000 kB\n");
    CHECK(available_memory(root.path).bytes == std::size_t{3000} * 1024);
    CHECK(available_memory(root.path).limited_by == "this machine");
    root.write("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
    root.write("proc/self/cgroup", "0::/batch\n");
    root.write("sys/fs/cgroup/batch/memory.max", "2000000\n");
    CHECK(available_memory(root.path).bytes == 2'000'000);
    CHECK(available_memory(root.path).limited_by == "the memory cgroup '/batch'");
    root.write("sys/fs/cgroup/batch/memory.max", "4000000\n");
    CHECK(available_memory(root.path).limited_by == "this machine");
}
