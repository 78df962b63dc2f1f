// What the grader says about one submission.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reductions {

// Why a criterion failed. If several are found, the one that comes first here is the grade's verdict, because it
// explains the others: a program that crashes also gives wrong answers.
enum class VerdictCode {
    refused,    // it did not compile
    forbidden,  // it does what no exercise needs: it cheats
    outside,    // it reads or writes beyond the arrays
    hang,       // it does not end
    stale,      // it gave an answer to an earlier question
    late,       // it works after it has returned
    race,       // two threads access the same place, one of them writes, and nothing orders them
    wrong,      // a wrong answer
    serial,     // one thread does all the work
    threads,    // more or fewer threads than requested do the work
    ulp,        // the answer is too far from the exact sum
    bits,       // the answer's last bits differ between runs or between numbers of threads
    slow,       // right, but much slower than the solution
};

// The codes and their words, as reports and submissions' first lines spell them.
inline constexpr std::array<std::pair<VerdictCode, std::string_view>, 13> verdict_codes{{
    {VerdictCode::refused, "refused"},
    {VerdictCode::forbidden, "forbidden"},
    {VerdictCode::outside, "outside"},
    {VerdictCode::hang, "hang"},
    {VerdictCode::stale, "stale"},
    {VerdictCode::late, "late"},
    {VerdictCode::race, "race"},
    {VerdictCode::wrong, "wrong"},
    {VerdictCode::serial, "serial"},
    {VerdictCode::threads, "threads"},
    {VerdictCode::ulp, "ulp"},
    {VerdictCode::bits, "bits"},
    {VerdictCode::slow, "slow"},
}};

std::string_view to_string(VerdictCode code);

// One thing that an exercise asks for, such as the answer or the speed.
struct Criterion {
    enum class State {
        not_judged,    // another failure prevented it: no points
        not_measured,  // this machine could not measure it: no points lost
        passed,
        failed,
    };
    std::string name;    // "answer", "threads", "races", "accuracy", "bits" or "speed"
    double most_points;  // what it can earn
    State state = State::not_judged;
    std::optional<VerdictCode> failure = {};  // why it failed
    std::string message = {};                 // for the student; only printable characters and '\n'

    double points() const { return state == State::passed || state == State::not_measured ? most_points : 0; }
};

struct Grade {
    std::string submission;  // its file's name as given; printable characters only
    std::string exercise;    // for example "04-shared-total"
    std::uint64_t seed;      // the seed of the data, which repeats the grading
    std::string level;       // the sandbox: "A: ...", "B: ..." or "C: ..."
    double seconds;          // how long the grading took
    std::vector<Criterion> criteria;

    // The failure that explains the others. Nothing if no criterion failed.
    std::optional<VerdictCode> verdict() const;

    // Whether the first criterion passed. It is the answer, and without it nothing earns points.
    bool has_right_answer() const;
    // The sum of the criteria's points, or 0.
    double points() const;
    double most_points() const;
};

}  // namespace reductions
