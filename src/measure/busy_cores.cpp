// Keeps cores busy with other work, as another program on the same machine would.
#include "measure/busy_cores.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <numeric>
#include <string>
#include <system_error>

#include "measure/cores.hpp"
#include "measure/machine.hpp"

namespace reductions {
namespace {

// The numbers of the cores, also if the system does not report them.
std::vector<std::size_t> usable_cores() {
    std::vector<std::size_t> cores = allowed_cores();
    if (cores.empty()) {
        cores.resize(this_machine().cores);
        std::iota(cores.begin(), cores.end(), 0);
    }
    return cores;
}

// What the child process does. This program has threads, so its child may only call functions that are safe in a signal
// handler (POSIX, fork()). It looks for its parent about every millisecond, so that it also ends if this program is
// killed.
[[noreturn]] void compute(std::size_t core, pid_t parent, int ready) {
    if (!stay_on_core(core) || write(ready, "", 1) != 1) _exit(1);
    close(ready);
    while (getppid() == parent) {
        for (int i = 0; i < 1'000'000; ++i) asm volatile("");  // without it the compiler removes the loop
    }
    _exit(0);
}

[[noreturn]] void fail(int error, std::size_t core) {
    throw std::system_error{error, std::generic_category(), "cannot keep core " + std::to_string(core) + " busy"};
}

void end(pid_t process) {
    kill(process, SIGKILL);
    while (waitpid(process, nullptr, 0) == -1 && errno == EINTR) continue;
}

}  // namespace

BusyProcess::BusyProcess(std::size_t core) {
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) fail(errno, core);
    const pid_t parent = getpid();
    id_ = fork();
    if (id_ == 0) {
        close(pipe_ends[0]);
        compute(core, parent, pipe_ends[1]);
    }
    const int error = errno;
    close(pipe_ends[1]);
    char byte = 0;
    ssize_t bytes = -1;
    while (id_ > 0 && (bytes = read(pipe_ends[0], &byte, 1)) == -1 && errno == EINTR) continue;
    close(pipe_ends[0]);
    if (id_ < 0) fail(error, core);
    if (bytes != 1) {  // the process has ended, because it may not use this core
        end(id_);
        fail(EINVAL, core);
    }
}

BusyProcess::~BusyProcess() { end(id_); }

BusyCores::BusyCores(std::size_t count) {
    const std::vector<std::size_t> cores = usable_cores();
    for (std::size_t i = 0; i < count; ++i) processes_.emplace_back(cores.at(cores.size() - 1 - i));
}

std::vector<pid_t> BusyCores::processes() const {
    std::vector<pid_t> ids;
    for (const BusyProcess& process : processes_) ids.push_back(process.id());
    return ids;
}

std::size_t most_busy_cores() { return usable_cores().size(); }

}  // namespace reductions
