// The pool runs every task once, and passes on a task's exception.
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "blocks/thread_pool.hpp"
#include "catch.hpp"

using namespace reductions;

TEST_CASE("a pool runs every task once", "[pool]") {
    const std::size_t threads = GENERATE(as<std::size_t>{}, 1, 2, 7);
    const std::size_t tasks = GENERATE(as<std::size_t>{}, 0, 1, 2, 1000);
    ThreadPool pool{threads};
    for (int round = 0; round < 20; ++round) {
        std::vector<std::atomic<int>> times(tasks);
        pool.run(tasks, [&](std::size_t index) { ++times[index]; });
        for (const auto& count : times) CHECK(count == 1);
    }
}

TEST_CASE("a pool's tasks run on more than one thread", "[pool]") {
    ThreadPool pool{2};
    std::atomic<int> arrived = 0;
    pool.run(2, [&](std::size_t) {  // neither task ends before the other has begun; on one thread this never ends
        ++arrived;
        while (arrived < 2) std::this_thread::yield();
    });
    CHECK(arrived == 2);
}

TEST_CASE("a pool's run returns after its slowest task has ended", "[pool]") {
    ThreadPool pool{2};
    const auto caller = std::this_thread::get_id();
    std::atomic<int> arrived = 0;
    std::atomic<int> done = 0;
    pool.run(2, [&](std::size_t) {
        ++arrived;
        while (arrived < 2) std::this_thread::yield();
        if (std::this_thread::get_id() != caller) std::this_thread::sleep_for(std::chrono::milliseconds{50});
        ++done;
    });
    CHECK(done == 2);
}

TEST_CASE("if a task throws, tasks that have not begun are left out", "[pool]") {
    ThreadPool pool{2};
    std::atomic<int> begun = 0;
    CHECK_THROWS_AS(pool.run(100,
                             [&](std::size_t index) {  // one throws as soon as both run, while the other sleeps
                                 ++begun;
                                 while (begun < 2) std::this_thread::yield();
                                 if (index == 0) throw std::runtime_error{"task 0"};
                                 std::this_thread::sleep_for(std::chrono::milliseconds{50});
                             }),
                    std::runtime_error);
    CHECK(begun < 50);  // 2, unless something delays the threads
}

TEST_CASE("the program's pool has the requested number of threads, and stays until that number changes", "[pool]") {
    const std::size_t before = thread_count();
    set_thread_count(3);
    CHECK(thread_pool().threads() == 3);
    CHECK(&thread_pool() == &thread_pool());
    set_thread_count(2);
    CHECK(thread_pool().threads() == 2);
    set_thread_count(before);
}

TEST_CASE("a task's exception reaches the caller, and the pool still works", "[pool]") {
    ThreadPool pool{3};
    CHECK_THROWS_AS(pool.run(100,
                             [](std::size_t index) {
                                 if (index == 42) throw std::runtime_error{"task 42"};
                             }),
                    std::runtime_error);
    std::atomic<int> ran = 0;
    pool.run(10, [&](std::size_t) { ++ran; });
    CHECK(ran == 10);
}
