// Keeps cores busy with other work, as another program on the same machine would.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <deque>
#include <vector>

namespace reductions {

// A process that computes without a pause on one core, until the object is destroyed or this program ends.
class BusyProcess {
public:
    // Returns when the process is computing. Throws std::system_error if it cannot start, or not on this core.
    explicit BusyProcess(std::size_t core);
    BusyProcess(const BusyProcess&) = delete;
    BusyProcess& operator=(const BusyProcess&) = delete;
    ~BusyProcess();

    pid_t id() const { return id_; }

private:
    pid_t id_;
};

// While it lives, so many cores are busy: the last ones of those that this program may use. They are busy with
// processes rather than threads. So neither the processor time nor the heap of this program contains their work, and
// OpenMP does not know of them. They compute in registers and read no memory: what they take away is the time of a
// core.
class BusyCores {
public:
    // Returns when all of them are busy. `count` is at most most_busy_cores(). Throws std::system_error.
    explicit BusyCores(std::size_t count);

    std::vector<pid_t> processes() const;

private:
    std::deque<BusyProcess> processes_;  // a deque, because its elements need not be movable
};

// The number of cores that this program may use.
std::size_t most_busy_cores();

}  // namespace reductions
