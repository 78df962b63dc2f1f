// The model of two threads: the results of schedules, the list of all schedules, and invalid schedules.
#include "race_lab/interleaving.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

std::int64_t total_of(const std::string& text) { return replay(parse_schedule(text)).total(); }

std::string refusal_of(const std::string& text) {
    try {
        parse_schedule(text);
    } catch (const ScheduleError& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("one thread after the other gives the right total", "[interleaving]") {
    CHECK(total_of("000111") == 72);
    CHECK(total_of("111000") == 72);
    CHECK(Interleaving::right_total == 72);
    CHECK_FALSE(replay(parse_schedule("000111")).lost_update());
}

TEST_CASE("threads in lockstep lose an update", "[interleaving]") {
    CHECK(total_of("010101") == 36);
    const LostUpdate lost = replay(parse_schedule("010101")).lost_update().value();
    CHECK(lost.loser == 0);
    CHECK(lost.winner == 1);
    CHECK(lost.loaded == 2);
    CHECK(lost.stored == 5);
    CHECK(lost.stored_over == 6);
}

TEST_CASE("a thread loads, adds and stores, and touches nothing else", "[interleaving]") {
    Interleaving state;
    CHECK(state.next(0) == MicroStep::load);
    CHECK_FALSE(state.in_register(0));
    state.step(0);
    CHECK(state.next(0) == MicroStep::add);
    CHECK(state.in_register(0) == 0);
    state.step(0);
    CHECK(state.next(0) == MicroStep::store);
    CHECK(state.in_register(0) == 36);
    CHECK(state.total() == 0);
    state.step(0);
    CHECK(state.next(0) == MicroStep::done);
    CHECK(state.total() == 36);
    CHECK(state.next(1) == MicroStep::load);
    CHECK_FALSE(state.in_register(1));
    CHECK(state.schedule() == Schedule{0, 0, 0});
    CHECK_FALSE(state.finished());
    CHECK_FALSE(state.lost_update());
}

TEST_CASE("a thread that has finished takes no further step", "[interleaving]") {
    CHECK_THROWS_AS(replay({1, 1, 1, 1}), ScheduleError);
    Interleaving state = replay({1, 1, 1});
    CHECK_THROWS_WITH(state.step(1), "thread 1 has finished");
    CHECK(state.schedule() == Schedule{1, 1, 1});
}

TEST_CASE("all schedules are listed once", "[interleaving]") {
    const std::vector<Schedule> all = all_schedules();
    CHECK(all.size() == 20);  // 6! / (3!·3!)
    CHECK(std::set<Schedule>(all.begin(), all.end()).size() == 20);
    for (const Schedule& schedule : all) {
        CHECK(std::count(schedule.begin(), schedule.end(), 0) == 3);
        CHECK(std::count(schedule.begin(), schedule.end(), 1) == 3);
        CHECK(parse_schedule(format_schedule(schedule)) == schedule);
    }
}

TEST_CASE("a total is right if no update is lost, which happens in two schedules", "[interleaving]") {
    std::vector<std::string> right;
    for (const Schedule& schedule : all_schedules()) {
        const Interleaving result = replay(schedule);
        INFO(format_schedule(schedule));
        CHECK(result.finished());
        CHECK(result.right() == !result.lost_update());
        CHECK(result.total() == (result.right() ? 72 : 36));
        // The thread that stores last wins.
        if (const auto lost = result.lost_update()) CHECK(lost->winner == schedule.back());
        if (result.right()) right.push_back(format_schedule(schedule));
    }
    CHECK(right == std::vector<std::string>{"000111", "111000"});
    CHECK(count_right(all_interleavings()) == 2);
}

TEST_CASE("an invalid schedule is refused with the reason", "[interleaving]") {
    CHECK_THAT(refusal_of(""), ContainsSubstring("'' ends after 0 of 6 steps"));
    CHECK_THAT(refusal_of("0101"), ContainsSubstring("'0101' ends after 4 of 6 steps"));
    CHECK_THAT(refusal_of("01x101"), ContainsSubstring("'01x101' has neither 0 nor 1 for step 3"));
    CHECK_THAT(refusal_of("010102"), ContainsSubstring("for step 6"));
    CHECK_THAT(refusal_of("0 1 0 1 0 1"), ContainsSubstring("for step 2"));
    CHECK_THAT(refusal_of("000011"), ContainsSubstring("'000011' has thread 0 take step 4 when it has finished"));
    CHECK_THAT(refusal_of("0101011"), ContainsSubstring("'0101011' has thread 1 take step 7 when it has finished"));
    CHECK_THAT(refusal_of("0101"), ContainsSubstring("expected three 0 and three 1, such as 010101"));
}
