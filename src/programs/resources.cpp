// Checks before the work begins whether the system provides enough threads.
#include "programs/resources.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <latch>
#include <limits>
#include <system_error>
#include <thread>
#include <vector>

#include "contract/threads.hpp"
#include "measure/constraints.hpp"
#include "measure/sanitizer.hpp"
#include "programs/command_line.hpp"

namespace reductions {
namespace {

// Whether this many threads of the C++ library can run at once.
bool start_std_threads(std::size_t threads) {
    std::vector<std::thread> started;
    std::latch all_started{1};
    bool refused = false;
    try {
        while (started.size() < threads) started.emplace_back([&] { all_started.wait(); });
    } catch (const std::system_error&) {
        refused = true;
    }
    all_started.count_down();
    for (std::thread& thread : started) thread.join();
    return !refused;
}

// Starts a team. Its region must do something, because compilers remove an empty one.
void start_openmp_threads(std::size_t threads) {
    const std::size_t before = requested_threads();
    set_thread_count(threads);
    delivered_threads();
    set_thread_count(before);
}

// Discards standard error while it lives.
class Silence {
public:
    Silence() : before_{dup(STDERR_FILENO)}, nowhere_{open("/dev/null", O_WRONLY | O_CLOEXEC)} {
        dup2(nowhere_, STDERR_FILENO);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence() {
        dup2(before_, STDERR_FILENO);
        close(before_);
        close(nowhere_);
    }

private:
    int before_;
    int nowhere_;
};

// Whether this many threads of the C++ library, and then of OpenMP, can run at once. A child process with the same
// settings and limits tries. Nothing that it prints is shown, even if the runtime prints before fork() returns.
bool threads_are_available(std::size_t threads) {
    const Silence silence;
    const pid_t child = fork();
    if (child == 0) {
        constexpr rlimit no_core_dump{};
        setrlimit(RLIMIT_CORE, &no_core_dump);
        const bool started = start_std_threads(threads);
        if (started) start_openmp_threads(threads);
        _exit(started ? 0 : 1);
    }
    int status = 1;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

}  // namespace

void start_threads(std::size_t threads, const std::string& asked_by) {
    // libomp reads some values that are not numbers as 0 or less, and aborts later.
    constexpr std::size_t most = std::numeric_limits<int>::max();
    if (threads == 0 || threads > most)
        throw InputError{asked_by + ": the number of threads must be from 1 to " + std::to_string(most)};
    // A sanitizer's runtime does not work in a child process.
    if (!built_with_sanitizer && !threads_are_available(threads)) {
        const std::string stacks = settings_among({"OMP_STACKSIZE", "GOMP_STACKSIZE", "KMP_STACKSIZE"});
        throw InputError{asked_by + ": the system cannot start " + std::to_string(threads) + " threads" +
                         (stacks.empty() ? "" : " with " + stacks) + "; ask for fewer"};
    }
    start_openmp_threads(threads);
}

std::string who_asks_for_threads() {
    const std::string setting = settings_among({"OMP_NUM_THREADS"});
    return setting.empty() ? std::to_string(requested_threads()) + " cores" : setting;
}

}  // namespace reductions
