// Ends a process that waits for others too long.
#include "distributed/time_limit.hpp"

#include <chrono>
#include <utility>

namespace reductions::distributed {

TimeLimit::TimeLimit(std::size_t seconds, std::function<void()> expired)
    : thread_{[this, seconds, expired = std::move(expired)] {
          std::unique_lock lock{mutex_};
          if (!done_.wait_for(lock, std::chrono::seconds{seconds}, [this] { return is_done_; })) expired();
      }} {}

TimeLimit::~TimeLimit() {
    {
        const std::lock_guard lock{mutex_};
        is_done_ = true;
    }
    done_.notify_one();
    thread_.join();
}

}  // namespace reductions::distributed
