// The clock of everything that is timed.
#pragma once

#include <chrono>

namespace reductions {

// Measures wall-clock time from its construction on, with a clock that never jumps.
class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>{Clock::now() - start_}.count(); }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};

}  // namespace reductions
