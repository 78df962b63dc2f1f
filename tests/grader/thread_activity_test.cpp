// What threads have done.
#include "grader/thread_activity.hpp"

#include <atomic>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

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

TEST_CASE("what threads did is the difference of two looks", "[grader]") {
    ThreadWatch watch{{{1, {.page_faults = 10, .nanoseconds = 100}}}};
    watch.look({{1, {.page_faults = 15, .nanoseconds = 130}}, {2, {.page_faults = 7, .nanoseconds = 50}}});
    watch.look({{1, {.page_faults = 16, .nanoseconds = 150}}});
    const ThreadActivity done = watch.done();
    REQUIRE(done.size() == 2);
    CHECK(done.at(1).page_faults == 6);
    CHECK(done.at(1).nanoseconds == 50);
    // It has ended, and counts as it was seen last.
    CHECK(done.at(2).page_faults == 7);
    CHECK(done.at(2).nanoseconds == 50);
}

namespace {

// Two threads, by their page faults in each look. -1: the thread does not exist.
bool worked_together_with(const std::vector<std::pair<int, int>>& looks) {
    ThreadWatch watch{{}};
    for (const auto& [first, second] : looks) {
        ThreadActivity now;
        if (first >= 0) now[1].page_faults = static_cast<std::uint64_t>(first);
        if (second >= 0) now[2].page_faults = static_cast<std::uint64_t>(second);
        watch.look(now);
    }
    return worked_together(watch.done().at(1), watch.done().at(2));
}

}  // namespace

TEST_CASE("threads work together, or one after the other", "[grader]") {
    CHECK(worked_together_with({{100, 100}, {200, 200}}));
    CHECK(worked_together_with({{100, 3}, {200, 100}, {300, 200}}));
    CHECK(worked_together_with({{900, 900}}));
    // In turn on one processor.
    CHECK(worked_together_with({{100, 0}, {100, 100}, {200, 100}, {200, 200}}));
    // Slowly, a few pages in each look.
    CHECK(worked_together_with({{20, 20}, {40, 40}, {60, 60}}));
    // One begins when the other has ended.
    CHECK_FALSE(worked_together_with({{100, -1}, {200, -1}, {-1, 100}, {-1, 200}}));
    CHECK_FALSE(worked_together_with({{100, 0}, {200, 0}, {200, 100}, {200, 200}}));
    // Who starts a thread causes some page faults.
    CHECK_FALSE(worked_together_with({{5, 100}, {5, 200}, {105, -1}, {205, -1}}));
    // Nothing is known of a thread that no look found at work.
    CHECK(worked_together_with({{100, 0}, {200, 1}}));
}

TEST_CASE("this process's threads are seen", "[grader]") {
    std::atomic<pid_t> sleeper{0};
    std::atomic<bool> done{false};
    std::thread other{[&] {
        sleeper = ::gettid();
        done.wait(false);
    }};
    while (sleeper == 0) std::this_thread::yield();
    const auto look_until = [](const auto& is_as_awaited) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        ThreadActivity threads;
        do {
            threads = thread_activity(::getpid());
        } while (!is_as_awaited(threads) && std::chrono::steady_clock::now() < deadline);
        return threads;
    };
    ThreadActivity threads = look_until([&](ThreadActivity& seen) { return seen[sleeper].sleeps; });
    CHECK(threads[sleeper].sleeps);
    CHECK_FALSE(threads[::gettid()].sleeps);
    CHECK(threads[::gettid()].page_faults > 0);
    CHECK(threads[::gettid()].nanoseconds > 0);
    done = true;
    done.notify_all();
    other.join();
    // The kernel wakes who joins a thread a little before it removes the thread.
    threads = look_until([&](const ThreadActivity& seen) { return !seen.contains(sleeper); });
    CHECK_FALSE(threads.contains(sleeper));
    CHECK(thread_activity(-1).empty());
}
