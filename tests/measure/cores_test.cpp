// Threads and the cores they are on.
#include "measure/cores.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <latch>
#include <thread>
#include <vector>

#include "catch.hpp"

using namespace reductions;

namespace {

// Checks that a thread may use the same cores after it was spread.
void check_that_it_may_move(pid_t id) {
    cpu_set_t allowed;
    cpu_set_t left;
    REQUIRE(sched_getaffinity(id, sizeof allowed, &allowed) == 0);
    spread_over_cores({id});
    REQUIRE(sched_getaffinity(id, sizeof left, &left) == 0);
    CHECK(CPU_EQUAL(&allowed, &left));
}

}  // namespace

TEST_CASE("a thread is in the list while it lives, and may move again after it was moved", "[cores]") {
    const std::vector<pid_t> before = threads_of_this_program();
    if (before.empty()) return;  // the system does not list threads
    CHECK(std::binary_search(before.begin(), before.end(), gettid()));
    std::latch started{1};
    std::latch done{1};
    pid_t id = 0;
    std::thread other{[&] {
        id = gettid();
        started.count_down();
        done.wait();
    }};
    started.wait();
    const std::vector<pid_t> after = threads_of_this_program();
    CHECK(std::binary_search(after.begin(), after.end(), id));
    CHECK_FALSE(std::binary_search(before.begin(), before.end(), id));
    if (!threads_are_bound()) check_that_it_may_move(id);
    done.count_down();
    other.join();
}

// CTest runs this file a second time, with OMP_PROC_BIND=true.
TEST_CASE("a thread stays where it is if OpenMP's threads are bound", "[cores]") {
    if (!threads_are_bound() || threads_of_this_program().empty()) return;
    std::latch done{1};
    std::latch started{1};
    pid_t id = 0;
    cpu_set_t before;
    cpu_set_t after;
    std::thread other{[&] {
        id = gettid();
        cpu_set_t all;
        CPU_ZERO(&all);
        for (std::size_t core = 0; core < CPU_SETSIZE; ++core) CPU_SET(core, &all);
        CHECK(sched_setaffinity(0, sizeof all, &all) == 0);
        started.count_down();
        done.wait();
    }};
    started.wait();
    CHECK(sched_getaffinity(id, sizeof before, &before) == 0);
    spread_over_cores({id});
    CHECK(sched_getaffinity(id, sizeof after, &after) == 0);
    CHECK(CPU_EQUAL(&before, &after));
    done.count_down();
    other.join();
}

TEST_CASE("threads are spread over the other cores first, and then over all", "[cores]") {
    using Cores = std::vector<std::size_t>;
    CHECK(cores_for(1, {0, 1}, 0) == Cores{1});
    CHECK(cores_for(1, {0, 1}, 1) == Cores{0});
    CHECK(cores_for(5, {2, 3, 7}, 3) == Cores{7, 2, 3, 7, 2});
    CHECK(cores_for(2, {4}, 4) == Cores{4, 4});
    CHECK(cores_for(1, {5, 6}, 9) == Cores{6});  // the caller has been moved in the meantime
}
