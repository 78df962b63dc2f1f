// A grade's verdict and points.
#include "grader/grade.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "catch.hpp"
#include "grader/hostile_grades.hpp"

using namespace reductions;
using State = Criterion::State;

TEST_CASE("the verdict is the failure that explains the others", "[grader]") {
    for (const auto& [one, one_name] : verdict_codes) {
        for (const auto& [two, two_name] : verdict_codes) {
            Grade grade = passed_grade();
            grade.criteria = {{"answer", 1, State::failed, one}, {"threads", 1}, {"races", 1, State::failed, two}};
            CHECK(grade.verdict() == std::min(one, two));
        }
    }
    Grade grade = racy_grade();
    CHECK(grade.verdict() == VerdictCode::race);
    grade.criteria.push_back({"threads", 1, State::failed, VerdictCode::hang});
    CHECK(grade.verdict() == VerdictCode::hang);
    CHECK_FALSE(passed_grade().verdict());
    grade.criteria.clear();
    CHECK_FALSE(grade.verdict());
}

TEST_CASE("every verdict has a word, in the order of the codes", "[grader]") {
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < verdict_codes.size(); ++i) {
        CHECK(static_cast<std::size_t>(verdict_codes[i].first) == i);
        CHECK(to_string(verdict_codes[i].first) == verdict_codes[i].second);
        words.insert(verdict_codes[i].second);
    }
    CHECK(words.size() == verdict_codes.size());
    CHECK(to_string(VerdictCode::refused) == "refused");
    CHECK(to_string(VerdictCode::slow) == "slow");
}

TEST_CASE("points are those of what passed or could not be measured", "[grader]") {
    CHECK(racy_grade().points() == 4);
    CHECK(racy_grade().most_points() == 10);
    CHECK(Criterion{"speed", 2, State::passed}.points() == 2);
    CHECK(Criterion{"speed", 2, State::not_measured}.points() == 2);
    CHECK(Criterion{"speed", 2, State::not_judged}.points() == 0);
    CHECK(Criterion{"speed", 2, State::failed, VerdictCode::slow}.points() == 0);
}

TEST_CASE("nothing earns points without the right answer", "[grader]") {
    Grade grade = racy_grade();
    CHECK(grade.has_right_answer());
    for (const State state : {State::failed, State::not_judged, State::not_measured}) {
        grade.criteria.front().state = state;
        CHECK_FALSE(grade.has_right_answer());
        CHECK(grade.points() == 0);
        CHECK(grade.most_points() == 10);
    }
    grade.criteria.clear();
    CHECK_FALSE(grade.has_right_answer());
    CHECK(grade.points() == 0);
}
