// The pool runs every task once, whatever happens in one of them.
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "ssd/thread_pool.hpp"

using namespace ssd;

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
    pool.run(2, [&](std::size_t) {  // neither task ends before the other has begun
        ++arrived;
        while (arrived < 2) std::this_thread::yield();
    });
    CHECK(arrived == 2);
}

TEST_CASE("a task's exception reaches the caller, and the pool goes on", "[pool]") {
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
