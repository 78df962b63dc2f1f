// A trial finds out from time to time which of two ways is faster, for each thread, size and number of threads.
#include "blocks/trial.hpp"

#include "catch.hpp"

using reductions::TrialByClock;
using reductions::TrialsByClock;
using namespace std::chrono_literals;

namespace {

// A clock that only the work advances, so that no test depends on how busy the machine is.
struct WorkClock {
    using duration = std::chrono::microseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<WorkClock>;

    static time_point now() { return time; }

    static inline time_point time;
};

using TimedTrial = TrialByClock<WorkClock>;
using TimedTrials = TrialsByClock<WorkClock>;

void work_for(std::chrono::microseconds duration) { WorkClock::time += duration; }

// How many of `calls` calls used the second way, if only the way `quick` takes no time.
std::size_t second_ways(TimedTrial& trial, std::size_t quick, int calls) {
    std::size_t taken = 0;
    for (int call = 0; call < calls; ++call) {
        trial(0, [&](std::size_t way) {
            taken += way;
            if (way != quick) work_for(300us);
        });
    }
    return taken;
}

}  // namespace

TEST_CASE("after four calls of each way the faster one is used", "[trial]") {
    const std::size_t quick = GENERATE(as<std::size_t>{}, 0, 1);
    TimedTrial trial;
    CHECK(second_ways(trial, quick, 4) == 0);
    CHECK(second_ways(trial, quick, 4) == 4);
    CHECK(second_ways(trial, quick, 20) == 20 * quick);
}

TEST_CASE("if neither way is clearly faster, the favourite is used", "[trial]") {
    const std::size_t favourite = GENERATE(as<std::size_t>{}, 0, 1);
    TimedTrial trial;
    std::size_t taken = 0;
    for (int call = 0; call < 28; ++call) {
        trial(favourite, [&](std::size_t way) {
            taken += way;
            work_for(way == favourite ? 800us : 701us);
        });
    }
    CHECK(taken == 4 + 20 * favourite);
}

TEST_CASE("a favourite that is clearly slower is not used", "[trial]") {
    TimedTrial trial;
    std::size_t taken = 0;
    for (int call = 0; call < 28; ++call) {
        trial(1, [&](std::size_t way) {
            taken += way;
            work_for(way == 1 ? 801us : 700us);
        });
    }
    CHECK(taken == 4);
}

TEST_CASE("a way is judged by its best call, not counting the first", "[trial]") {
    TimedTrial trial;
    std::size_t call = 0;
    const auto work = [&](std::size_t /*way*/) {
        constexpr std::array times = {0us, 900us, 600us, 900us, 0us, 2000us, 300us, 2000us};
        if (call < times.size()) work_for(times[call]);
        ++call;
    };
    for (int i = 0; i < 8; ++i) trial(0, work);
    CHECK(second_ways(trial, 1, 10) == 10);
}

TEST_CASE("after 128 calls there is another trial", "[trial]") {
    TimedTrial trial;
    second_ways(trial, 1, 128);
    CHECK(second_ways(trial, 0, 4) == 0);
    CHECK(second_ways(trial, 0, 4) == 4);
    CHECK(second_ways(trial, 0, 20) == 0);
}

TEST_CASE("each thread has its own trial, for each size and number of threads", "[trial]") {
    TimedTrials trials;
    CHECK(trials(1000, 2).size() == 2);
    second_ways(trials(1000, 2)[1], 1, 8);
    const auto next = [](TimedTrial& trial) { return second_ways(trial, 1, 1); };
    CHECK(next(trials(1000, 2)[1]) == 1);
    CHECK(next(trials(1023, 2)[1]) == 1);  // the same power of two
    CHECK(next(trials(1000, 2)[0]) == 0);
    CHECK(next(trials(1024, 2)[1]) == 0);
    CHECK(next(trials(1000, 3)[1]) == 0);
    second_ways(trials(1000, 3)[1], 1, 7);
    CHECK(next(trials(1000, 2)[1]) == 0);  // another team size started the trial again
}
