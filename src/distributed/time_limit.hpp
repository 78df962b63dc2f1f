// Ends a process that waits for others too long.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>

namespace reductions::distributed {

// Calls `expired` in another thread if this object still lives after so many seconds. A rank that waits in MPI for a
// message that never comes can do nothing about it itself.
class TimeLimit {
public:
    TimeLimit(std::size_t seconds, std::function<void()> expired);
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;
    ~TimeLimit();

private:
    std::mutex mutex_;
    std::condition_variable done_;
    bool is_done_ = false;
    std::thread thread_;
};

}  // namespace reductions::distributed
