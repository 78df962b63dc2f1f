// What control groups allow, read from folders that look like /proc and /sys/fs/cgroup.
#include "measure/cgroup.hpp"

#include "catch.hpp"
#include "measure/root_folder.hpp"

using namespace reductions;
using namespace reductions::testing;

namespace {

constexpr const char* v2_mount = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
constexpr const char* v1_mounts =
    "31 23 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755\n"
    "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
    "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
    "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";
constexpr const char* container_mount = "35 31 0:32 /docker/0a1b /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n";
constexpr const char* v1_groups = "4:memory:/batch/7\n2:cpu,cpuacct:/batch/7\n0::/\n";

}  // namespace

TEST_CASE("without control groups nothing is limited", "[cgroup]") {
    const RootFolder root;
    CHECK_FALSE(memory_left_by_cgroups(root.path));
    CHECK_FALSE(cores_of_cgroups(root.path));
    root.write("proc/self/mountinfo", v2_mount);
    root.write("proc/self/cgroup", "0::/user.slice\n");
    CHECK_FALSE(memory_left_by_cgroups(root.path));  // the files are not there
    root.write("sys/fs/cgroup/user.slice/memory.max", "max\n");
    root.write("sys/fs/cgroup/user.slice/cpu.max", "max 100000\n");
    CHECK_FALSE(memory_left_by_cgroups(root.path));
    CHECK_FALSE(cores_of_cgroups(root.path));
}

TEST_CASE("version 2: what is left is the limit minus the memory in use, without cached files", "[cgroup]") {
    const RootFolder root;
    root.write("proc/self/mountinfo", v2_mount);
    root.write("proc/self/cgroup", "0::/batch.slice/job 7\n");
    root.write("sys/fs/cgroup/batch.slice/job 7/memory.max", "200000000\n");
    root.write("sys/fs/cgroup/batch.slice/job 7/memory.current", "90000000\n");
    root.write("sys/fs/cgroup/batch.slice/job 7/memory.stat",
               "anon 10000000\nfile 80000000\nactive_file 30000000\ninactive_file 50000000\n");
    const auto left = memory_left_by_cgroups(root.path);
    REQUIRE(left);
    CHECK(left->bytes == 190'000'000);
    CHECK(left->group == "/batch.slice/job 7");

    SECTION("a parent group may leave less") {
        root.write("sys/fs/cgroup/batch.slice/memory.high", "150000000\n");
        root.write("sys/fs/cgroup/batch.slice/memory.current", "149999000\n");
        const auto less = memory_left_by_cgroups(root.path);
        REQUIRE(less);
        CHECK(less->bytes == 1'000);
        CHECK(less->group == "/batch.slice");
    }
    SECTION("nothing is left if more is in use than is allowed") {
        root.write("sys/fs/cgroup/batch.slice/memory.max", "100\n");
        root.write("sys/fs/cgroup/batch.slice/memory.current", "200\n");
        CHECK(memory_left_by_cgroups(root.path)->bytes == 0);
    }
}

TEST_CASE("version 1: the controllers have hierarchies of their own", "[cgroup]") {
    const RootFolder root;
    root.write("proc/self/mountinfo", v1_mounts);
    root.write("proc/self/cgroup", v1_groups);
    root.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    root.write("sys/fs/cgroup/memory/memory.usage_in_bytes", "5000000000\n");
    root.write("sys/fs/cgroup/memory/batch/7/memory.limit_in_bytes", "200000000\n");
    root.write("sys/fs/cgroup/memory/batch/7/memory.usage_in_bytes", "60000000\n");
    root.write("sys/fs/cgroup/memory/batch/7/memory.stat",
               "inactive_file 1000\ntotal_inactive_file 40000000\ntotal_active_file 10000000\n");
    root.write("sys/fs/cgroup/cpu,cpuacct/batch/cpu.cfs_quota_us", "50000\n");
    root.write("sys/fs/cgroup/cpu,cpuacct/batch/cpu.cfs_period_us", "100000\n");
    root.write("sys/fs/cgroup/cpu,cpuacct/batch/7/cpu.cfs_quota_us", "-1\n");
    root.write("sys/fs/cgroup/cpu,cpuacct/batch/7/cpu.cfs_period_us", "100000\n");
    const auto left = memory_left_by_cgroups(root.path);
    REQUIRE(left);
    CHECK(left->bytes == 190'000'000);
    CHECK(left->group == "/batch/7");
    CHECK(cores_of_cgroups(root.path) == 0.5);
}

TEST_CASE("in a container, the mounted group is its own", "[cgroup]") {
    const RootFolder root;
    root.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "200000000\n");
    root.write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1\n");
    SECTION("as the root of a name space") { root.write("proc/self/cgroup", "4:memory:/\n"); }
    SECTION("with its name outside the container") { root.write("proc/self/cgroup", "4:memory:/docker/0a1b\n"); }
    SECTION("with a path outside the name space") { root.write("proc/self/cgroup", "4:memory:/../../elsewhere\n"); }
    root.write("proc/self/mountinfo", container_mount);
    REQUIRE(memory_left_by_cgroups(root.path));
    CHECK(memory_left_by_cgroups(root.path)->bytes == 199'999'999);
}

TEST_CASE("in a container, a subgroup of its own group is found", "[cgroup]") {
    const RootFolder root;
    root.write("proc/self/mountinfo", container_mount);
    root.write("proc/self/cgroup", "4:memory:/docker/0a1b/inside\n");
    root.write("sys/fs/cgroup/memory/inside/memory.limit_in_bytes", "3000000\n");
    const auto left = memory_left_by_cgroups(root.path);
    REQUIRE(left);
    CHECK(left->bytes == 3'000'000);
    CHECK(left->group == "/docker/0a1b/inside");
}

TEST_CASE("a CPU quota is reported as a number of cores", "[cgroup]") {
    const RootFolder root;
    root.write("proc/self/mountinfo", "30 23 0:26 / /mnt/my\\040groups rw - cgroup2 none rw\n");
    root.write("proc/self/cgroup", "0::/a/b\n");
    root.write("mnt/my groups/a/cpu.max", "150000 100000\n");
    root.write("mnt/my groups/a/b/cpu.max", "max 100000\n");
    CHECK(cores_of_cgroups(root.path) == 1.5);
    root.write("mnt/my groups/a/b/cpu.max", "20000 100000\n");
    CHECK(cores_of_cgroups(root.path) == 0.2);
}
