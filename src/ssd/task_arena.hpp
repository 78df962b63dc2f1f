// TBB's threads: as many as every other variant gets, so that they can be compared. A program that wants all cores
// needs nothing of this.
#pragma once

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <memory>

#include "ssd/threads.hpp"

namespace ssd {

// The arena of thread_count() threads that lives as long as the program; a new one is made only when that number has
// changed. TBB allows no more threads than there are cores, unless it is told before its first work.
inline tbb::task_arena& task_arena() {
    static const tbb::global_control allowed{tbb::global_control::max_allowed_parallelism, 1024};
    static std::unique_ptr<tbb::task_arena> arena;
    const int threads = static_cast<int>(thread_count());
    if (!arena || arena->max_concurrency() != threads) arena = std::make_unique<tbb::task_arena>(threads);
    return *arena;
}

}  // namespace ssd
