// A new thread team, on cores of its own.
#pragma once

#include <functional>

namespace reductions {

// Ends OpenMP's idle threads, calls `call`, which starts the threads that it needs, and spreads those over the cores.
void start_team(const std::function<void()>& call);

}  // namespace reductions
