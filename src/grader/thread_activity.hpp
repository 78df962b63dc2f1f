// What the threads of another process have done, as the kernel counted it. Nothing in that process can change it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <sys/types.h>

namespace reductions {

struct Activity {
    std::uint64_t page_faults = 0;  // minor ones: the first access to a page, or to some neighbouring pages
    std::uint64_t nanoseconds = 0;  // on a processor
    bool sleeps = false;            // waits for something other than a processor
};

// By the number of the thread.
using ThreadActivity = std::map<pid_t, Activity>;

// Reads /proc. Threads that end meanwhile are left out.
ThreadActivity thread_activity(pid_t process);

// The same, from one line of /proc/.../stat and one of /proc/.../schedstat.
Activity activity_of(const std::string& stat, const std::string& schedstat);

}  // namespace reductions
