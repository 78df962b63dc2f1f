// What threads have done.
#include "grader/thread_activity.hpp"

#include <atomic>
#include <chrono>
#include <thread>

#include <unistd.h>

#include "catch.hpp"

using namespace reductions;

TEST_CASE("a thread's name may contain spaces and parentheses", "[grader]") {
    for (const std::string name : {"worker", "a b", "x) R 1 2 3 4 5 6 7 8", "(", ")", ""}) {
        INFO(name);
        const Activity activity =
            activity_of("71 (" + name + ") S 70 71 71 0 -1 4194304 12345 99 7 8 1 2", "987654321012 55 3");
        CHECK(activity.page_faults == 12345);
        CHECK(activity.nanoseconds == 987'654'321'012);
        CHECK(activity.sleeps);
    }
}

TEST_CASE("a thread sleeps or not", "[grader]") {
    const auto sleeps = [](const std::string& state) {
        return activity_of("71 (w) " + state + " 70 71 71 0 -1 4194304 12345", "1").sleeps;
    };
    CHECK(sleeps("S"));
    CHECK(sleeps("D"));
    CHECK_FALSE(sleeps("R"));
    CHECK_FALSE(sleeps("T"));
    CHECK_FALSE(sleeps("Z"));
}

TEST_CASE("lines that are no statistics are no activity", "[grader]") {
    for (const std::string stat :
         {"", ")", "71 (w", "71 (w)", "71 (w) R 70", "no statistics at all in this long line of words",
          "71 (w) R x x x x x x many", "71 (w) R 0 0 0 0 0 0 99999999999999999999999"}) {
        INFO(stat);
        const Activity activity = activity_of(stat, "words");
        CHECK(activity.page_faults == 0);
        CHECK(activity.nanoseconds == 0);
        CHECK_FALSE(activity.sleeps);
    }
}

TEST_CASE("this process's threads are seen", "[grader]") {
    std::atomic<pid_t> sleeper{0};
    std::atomic<bool> done{false};
    std::thread other{[&] {
        sleeper = ::gettid();
        done.wait(false);
    }};
    while (sleeper == 0) std::this_thread::yield();
    // The kernel says that the other thread waits as soon as it does.
    ThreadActivity threads;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    do {
        threads = thread_activity(::getpid());
    } while (!threads[sleeper].sleeps && std::chrono::steady_clock::now() < deadline);
    CHECK(threads[sleeper].sleeps);
    CHECK_FALSE(threads[::gettid()].sleeps);
    CHECK(threads[::gettid()].page_faults > 0);
    CHECK(threads[::gettid()].nanoseconds > 0);
    done = true;
    done.notify_all();
    other.join();
    CHECK_FALSE(thread_activity(::getpid()).contains(sleeper));
    CHECK(thread_activity(-1).empty());
}
