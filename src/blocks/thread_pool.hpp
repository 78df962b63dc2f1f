// A thread pool that runs numbered tasks, as the article runs chunks on its ThreadPoolExecutor.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "contract/threads.hpp"

namespace reductions {

// The calling thread works too, so a pool of T threads starts T - 1. If the system refuses to start a thread, the
// threads that exist do all the work.
class ThreadPool {
public:
    explicit ThreadPool(std::size_t threads) : threads_{threads} {
        try {
            while (workers_.size() + 1 < threads) workers_.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
        }
    }

    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    ~ThreadPool() {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        wake_.notify_all();
        for (std::thread& worker : workers_) worker.join();
    }

    // The number of threads that was requested.
    std::size_t threads() const { return threads_; }

    // Calls task(0) ... task(count - 1), each once, on whichever thread is free. Returns when all calls have returned.
    // If a task throws, the tasks that have not begun are skipped, and the first exception is rethrown. One caller at a
    // time.
    void run(std::size_t count, const std::function<void(std::size_t)>& task) {
        {
            const std::lock_guard lock{mutex_};
            task_ = &task;
            count_ = count;
            next_ = 0;
            error_ = nullptr;
            busy_ = workers_.size();
            ++round_;
        }
        wake_.notify_all();
        take_tasks(task, count);
        std::unique_lock lock{mutex_};
        done_.wait(lock, [this] { return busy_ == 0; });
        if (error_) std::rethrow_exception(error_);
    }

private:
    // What a worker does: it waits for a round of tasks, takes part in it, and reports that it is done.
    void work() {
        std::unique_lock lock{mutex_};
        for (std::size_t seen = 0;;) {
            wake_.wait(lock, [&] { return stopping_ || round_ != seen; });
            if (stopping_) return;
            seen = round_;
            const auto& task = *task_;
            const std::size_t count = count_;
            lock.unlock();
            take_tasks(task, count);
            lock.lock();
            if (--busy_ == 0) done_.notify_one();
        }
    }

    void take_tasks(const std::function<void(std::size_t)>& task, std::size_t count) {
        try {
            for (std::size_t index = next_++; index < count; index = next_++) task(index);
        } catch (...) {
            const std::lock_guard lock{mutex_};
            if (!error_) error_ = std::current_exception();
            next_ = count;
        }
    }

    const std::size_t threads_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::condition_variable done_;
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t count_ = 0;
    std::size_t round_ = 0;
    std::size_t busy_ = 0;
    bool stopping_ = false;
    std::exception_ptr error_;
    std::atomic<std::size_t> next_ = 0;
    std::vector<std::thread> workers_;
};

// The pool of thread_count() threads. It lives as long as the program, like the article's THREAD_POOL, and is replaced
// only when that number changes.
inline ThreadPool& thread_pool() {
    static std::unique_ptr<ThreadPool> pool;
    if (!pool || pool->threads() != thread_count()) pool = std::make_unique<ThreadPool>(thread_count());
    return *pool;
}

}  // namespace reductions
