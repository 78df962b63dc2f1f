// TBB's threads: as many as every other variant gets, so that the variants can be compared. A program that uses all
// cores does not need this file.
#pragma once

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <memory>

#include "contract/threads.hpp"

namespace reductions {

// The arena of thread_count() threads. It lives as long as the program, and is replaced only when that number changes.
// TBB allows no more threads than there are cores, unless it is told otherwise before it starts work.
inline tbb::task_arena& task_arena() {
    static const tbb::global_control allowed{tbb::global_control::max_allowed_parallelism, 1024};
    static std::unique_ptr<tbb::task_arena> arena;
    const int threads = static_cast<int>(thread_count());
    if (!arena || arena->max_concurrency() != threads) arena = std::make_unique<tbb::task_arena>(threads);
    return *arena;
}

}  // namespace reductions
