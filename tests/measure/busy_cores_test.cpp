// Processes that keep cores busy.
#include "measure/busy_cores.hpp"

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <set>
#include <system_error>
#include <thread>

#include "catch.hpp"
#include "measure/cores.hpp"
#include "measure/machine.hpp"

using namespace reductions;

namespace {

// The processor time that a process has used, in seconds.
double processor_seconds_of(pid_t process) {
    clockid_t clock{};
    REQUIRE(clock_getcpuclockid(process, &clock) == 0);
    timespec time{};
    REQUIRE(clock_gettime(clock, &time) == 0);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Waits until the process has used more processor time than it had, however long that takes.
void wait_until_it_computes(pid_t process) {
    const double before = processor_seconds_of(process);
    while (processor_seconds_of(process) < before + 0.001) std::this_thread::yield();
}

std::set<std::size_t> cores_of(pid_t process) {
    cpu_set_t allowed;
    REQUIRE(sched_getaffinity(process, sizeof allowed, &allowed) == 0);
    std::set<std::size_t> cores;
    for (std::size_t core = 0; core < CPU_SETSIZE; ++core) {
        if (CPU_ISSET(core, &allowed)) cores.insert(core);
    }
    return cores;
}

}  // namespace

// CTest runs this file a second time, with OMP_PROC_BIND=true. The calling thread is then bound to one core.
TEST_CASE("each busy core has a process of its own, which computes until the object is destroyed", "[cores]") {
    const std::vector<std::size_t> usable = allowed_cores();
    if (usable.empty()) return;  // the system does not report them
    REQUIRE(most_busy_cores() == usable.size());
    std::vector<pid_t> processes;
    {
        const BusyCores busy{usable.size()};
        processes = busy.processes();
        REQUIRE(processes.size() == usable.size());
        std::set<std::size_t> cores;
        for (const pid_t process : processes) {
            CHECK(process != getpid());
            CHECK(cores_of(process).size() == 1);
            cores.merge(cores_of(process));
            wait_until_it_computes(process);
        }
        CHECK(std::equal(cores.begin(), cores.end(), usable.begin(), usable.end()));
    }
    for (const pid_t process : processes) {
        CHECK(kill(process, 0) == -1);
        CHECK(errno == ESRCH);
    }
}

TEST_CASE("the last cores are the busy ones, and none if none is asked for", "[cores]") {
    CHECK(BusyCores{0}.processes().empty());
    const std::vector<std::size_t> usable = allowed_cores();
    if (usable.empty()) return;
    const BusyCores busy{1};
    REQUIRE(busy.processes().size() == 1);
    CHECK(cores_of(busy.processes().front()) == std::set<std::size_t>{usable.back()});
}

TEST_CASE("a core that this program may not use cannot be kept busy", "[cores]") {
    if (allowed_cores().empty()) return;
    CHECK_THROWS_AS(BusyProcess{CPU_SETSIZE - 1}, std::system_error);  // Linux has no core with this number here
}

// Each process that lives holds a copy of the pipe's writing end, so reading ends when all have ended.
TEST_CASE("no busy process outlives a program that is killed", "[cores]") {
    int pipe_ends[2];
    REQUIRE(pipe(pipe_ends) == 0);
    const pid_t program = fork();
    if (program == 0) {
        try {
            const BusyCores busy{1};
            if (write(pipe_ends[1], "", 1) == 1) raise(SIGKILL);
        } catch (const std::system_error&) {
            _exit(1);
        }
        _exit(1);
    }
    close(pipe_ends[1]);
    char byte = 0;
    CHECK(read(pipe_ends[0], &byte, 1) == 1);
    CHECK(read(pipe_ends[0], &byte, 1) == 0);
    close(pipe_ends[0]);
    int status = 0;
    CHECK(waitpid(program, &status, 0) == program);
    CHECK(WIFSIGNALED(status));
}

TEST_CASE("the time of a busy core is this program's, as soon as its process has ended", "[cores]") {
    const double before = processor_seconds_of_ended_processes();
    double used = 0;
    {
        const BusyCores busy{1};
        wait_until_it_computes(busy.processes().front());
        used = processor_seconds_of(busy.processes().front());
        CHECK(processor_seconds_of_ended_processes() == before);
    }
    CHECK(processor_seconds_of_ended_processes() >= before + used - 1e-6);  // it is counted in microseconds
}
