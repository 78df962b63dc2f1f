// The users as whom submissions run.
#include "grader/user_range.hpp"

#include <optional>
#include <set>
#include <vector>

#include "catch.hpp"

using namespace reductions;

TEST_CASE("graders that are at work have different users", "[grader]") {
    const std::vector<UserRange> ranges(3);
    std::set<uid_t> users;
    for (const UserRange& range : ranges) {
        for (std::size_t place = 0; place < UserRange::size; ++place) users.insert(range.user(place));
    }
    CHECK(users.size() == 3 * UserRange::size);
    CHECK(*users.begin() >= 60'000);
    CHECK(*users.rbegin() < 65'000);
}

TEST_CASE("the users of a grader that has ended are free again", "[grader]") {
    std::optional<UserRange> first{std::in_place};
    const uid_t user = first->user(0);
    first.reset();
    // Another grader on this machine may take a range meanwhile, but not all of them.
    std::vector<UserRange> ranges;
    bool is_free = false;
    try {
        while (!is_free) is_free = ranges.emplace_back().user(0) == user;
    } catch (const std::runtime_error&) {
    }
    CHECK(is_free);
}
