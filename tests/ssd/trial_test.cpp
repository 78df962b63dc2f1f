// Which of two ways is the quicker one is found out in the first calls, for each size and number of threads.
#include "ssd/trial.hpp"

#include <thread>

#include "catch.hpp"

using namespace ssd;
using namespace std::chrono_literals;

TEST_CASE("a vote is for the second way if that is clearly quicker", "[trial]") {
    const auto quick = [] {};
    const auto slow = [] { std::this_thread::sleep_for(300us); };
    CHECK(vote(slow, quick) == 1);
    CHECK(vote(quick, slow) == -1);
}

TEST_CASE("a trial goes by the majority of its votes, but for those of its first call", "[trial]") {
    Trial trial;
    for (const long votes : {-1000, 1, -5, 5}) {
        CHECK(trial.is_on());
        trial.end_call(votes);
    }
    CHECK_FALSE(trial.is_on());
    CHECK(trial.second_way_won());
}

TEST_CASE("where as many are for it as against it, the first way stays", "[trial]") {
    Trial trial;
    for (const long votes : {1, 1, -2, 1}) trial.end_call(votes);
    CHECK_FALSE(trial.second_way_won());
}

TEST_CASE("after 64 calls there is another trial, for which those before do not count", "[trial]") {
    Trial trial;
    for (int call = 0; call < 4; ++call) trial.end_call(1000);
    for (int call = 4; call < 64; ++call) {
        CHECK_FALSE(trial.is_on());
        CHECK(trial.second_way_won());
        trial.end_call(0);
    }
    for (int call = 0; call < 4; ++call) {
        CHECK(trial.is_on());
        trial.end_call(-1);
    }
    CHECK_FALSE(trial.is_on());
    CHECK_FALSE(trial.second_way_won());
}

TEST_CASE("each thread has its own trial, for each size and number of threads", "[trial]") {
    const auto win = [](Trial& trial) {
        while (trial.is_on()) trial.end_call(1);
    };
    Trials trials;
    CHECK(trials(1000, 2).size() == 2);
    win(trials(1000, 2)[1]);
    CHECK(trials(1000, 2)[1].second_way_won());
    CHECK(trials(1023, 2)[1].second_way_won());  // the same power of two
    CHECK_FALSE(trials(1000, 2)[0].second_way_won());
    CHECK_FALSE(trials(1024, 2)[1].second_way_won());
    CHECK_FALSE(trials(1000, 3)[1].second_way_won());
    win(trials(1000, 3)[1]);
    CHECK_FALSE(trials(1000, 2)[1].second_way_won());  // begins again
}
