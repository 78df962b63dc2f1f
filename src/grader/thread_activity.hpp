// What the threads of another process have done, as the kernel counted it. Nothing in that process can change it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include <sys/types.h>

namespace reductions {

struct Activity {
    std::uint64_t page_faults = 0;  // minor ones: the first access to a page, or to some neighbouring pages
    std::uint64_t nanoseconds = 0;  // on a processor
    bool sleeps = false;            // waits for something other than a processor
    // The first and the last look of a ThreadWatch that found it at work; 0 if none did.
    std::size_t first_look = 0;
    std::size_t last_look = 0;
};

// By the number of the thread.
using ThreadActivity = std::map<pid_t, Activity>;

// What the threads did between two looks. A thread that the first look did not see began at 0.
ThreadActivity difference(const ThreadActivity& before, ThreadActivity after);

// Whether looks found both threads at work in times that overlap. True if no look found one of them at work.
bool worked_together(const Activity& one, const Activity& other);

// Follows threads from look to look. Threads that have ended count as the last look found them.
class ThreadWatch {
public:
    explicit ThreadWatch(const ThreadActivity& before) : before_{before}, latest_{before} {}

    void look(const ThreadActivity& now);
    ThreadActivity done() const { return difference(before_, latest_); }

private:
    ThreadActivity before_;
    ThreadActivity latest_;
    std::map<pid_t, std::uint64_t> page_faults_at_work_;  // when a look last found the thread at work
    std::size_t looks_ = 0;
};

// Reads /proc. Threads that end meanwhile are left out.
ThreadActivity thread_activity(pid_t process);

// The same, from one line of /proc/.../stat and one of /proc/.../schedstat.
Activity activity_of(const std::string& stat, const std::string& schedstat);

}  // namespace reductions
