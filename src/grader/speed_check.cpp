#include "grader/speed_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <thread>

#include "grader/call_chain.hpp"
#include "measure/busy_cores.hpp"
#include "measure/stopwatch.hpp"

namespace reductions {
namespace {

// So many elements take longer than a question's way to the worker and back. Fewer get many calls for one question.
constexpr std::size_t enough_for_a_question = std::size_t{1} << 16;
constexpr std::size_t elements_of_calls = std::size_t{1} << 20;
constexpr std::size_t most_rounds = 180;
// Large arrays take long, also to judge.
constexpr double most_seconds = 30;
// A worker may have 200 threads. On a machine with more cores than these, a team may leave out the busy core, and then
// the starter shows that nothing can be measured.
constexpr std::size_t most_threads_beside_a_busy_core = 128;
// What is so much slower than is accepted need not be measured often.
constexpr double far = 10;
constexpr std::size_t rounds_of_far = 3;
// Nobody loses points because the machine was busy in some rounds. We look after each round, so a fault must be so
// sure.
constexpr double confidence_of_fault = 0.999;
// Two processes may get pages that are not equally fast, so both start again after so many rounds.
constexpr std::size_t rounds_of_a_pair = 30;
// Nobody computes a sum of numbers in less than this share of the time that it takes to read them.
constexpr double believed = 0.5;

std::vector<double> ratios(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> result(x.size());
    std::transform(x.begin(), x.end(), y.begin(), result.begin(), std::divides{});
    return result;
}

std::string times(double ratio) {
    const double rounded = ratio < 10 ? std::round(ratio * 100) / 100 : std::round(ratio);
    std::string text = std::to_string(rounded);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

// The seconds of each round.
struct Seconds {
    std::vector<double> submission;
    std::vector<double> solution;
    std::vector<double> plain_read;
    std::vector<double> starter;  // only beside a busy core
};

// Workers that share the arrays, and are timed in turn.
class Rounds {
public:
    Rounds(const Sandbox& sandbox, std::filesystem::path worker, Compared compared, const SpeedGoal& goal,
           Content content, std::uint64_t seed)
        : sandbox_{sandbox},
          worker_{std::move(worker)},
          compared_{std::move(compared)},
          random_{seed},
          has_calls_{goal.elements < enough_for_a_question},
          arrays_{content, whole_pages(goal.elements + (has_calls_ ? elements_after : 0)), seed},
          // A size that is not known before, so that nobody is fast for it alone.
          question_{question_about(goal.elements - random_() % (goal.elements / 26), goal.busy_core)} {
        arrays_.fill();
        if (goal.busy_core) busy_core_.emplace(1);
    }

    const Question& question() const { return question_; }
    const Seconds& seconds() const { return seconds_; }

    // Times all of them, in random order. Returns a fault of the submission's answer.
    std::optional<Fault> next() {
        if (seconds_.submission.size() % rounds_of_a_pair == 0) start_workers();
        std::vector<std::size_t> order{submission, solution, plain_read};
        if (busy_core_) order.push_back(starter);
        std::shuffle(order.begin(), order.end(), random_);
        for (const std::size_t turn : order) {
            // The first call brings the worker back into the caches. One or two calls are not timed, at random, so that
            // a submission cannot know which call is.
            const auto untimed = 1 + random_() % 2;
            double last = 0;
            for (std::size_t call = 0; call <= untimed; ++call) {
                right_.change(changed(), question_.threads);
                const Reply answer = workers_[turn]->ask(question_);
                if (auto fault = fault_of(turn, answer)) return fault;
                last = answer.seconds;
            }
            (turn == submission   ? seconds_.submission
             : turn == solution   ? seconds_.solution
             : turn == plain_read ? seconds_.plain_read
                                  : seconds_.starter)
                .push_back(last);
        }
        return std::nullopt;
    }

private:
    enum Turn : std::size_t { submission, solution, plain_read, starter };

    static std::size_t whole_pages(std::size_t elements) {
        constexpr std::size_t page = 512;
        return (elements + page - 1) / page * page;
    }

    // Small arrays must not get a team, and this shows with two threads also on a machine with one processor.
    // A team that is smaller than the machine may leave out the busy core.
    Question question_about(std::size_t elements, bool busy_core) const {
        const std::size_t processors = busy_core ? std::min(most_busy_cores(), most_threads_beside_a_busy_core)
                                                 : std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
        if (!has_calls_) return {arrays_.last(elements), processors};
        return {.chunk = {0, elements},
                .threads = std::max(processors, std::size_t{2}),
                .calls = elements_of_calls / elements};
    }

    // All elements that the question is about.
    Chunk changed() const {
        return {question_.chunk.begin, question_.chunk.length + (has_calls_ ? elements_after : 0)};
    }

    void start_workers() {
        const std::array libraries{compared_.submission, compared_.solution, compared_.plain_read, compared_.starter};
        for (std::size_t turn = 0; turn < workers_.size(); ++turn) {
            if (turn == starter && !busy_core_) continue;
            workers_[turn].emplace(sandbox_, WorkerProgram{worker_, libraries[turn]}, arrays_);
            workers_[turn]->freeze();
        }
    }

    std::optional<Fault> fault_of(std::size_t turn, const Reply& answer) {
        if (turn == plain_read) {
            if (answer.kind != Reply::Kind::answered) throw std::runtime_error{"the plain read failed"};
            return std::nullopt;
        }
        auto fault = right_.fault(question_, answer);
        if (fault && turn != submission) {
            throw std::runtime_error{(turn == solution ? "the solution failed: " : "the starter failed: ") +
                                     fault->message};
        }
        return fault;
    }

    const Sandbox& sandbox_;
    const std::filesystem::path worker_;
    const Compared compared_;
    std::mt19937_64 random_;
    const bool has_calls_;
    SharedArrays arrays_;
    RightAnswers right_{arrays_};
    const Question question_;
    std::array<std::optional<Worker>, 4> workers_;
    std::optional<BusyCores> busy_core_;
    Seconds seconds_;
};

bool is_far_too_slow(const Seconds& seconds, double slow) {
    if (seconds.submission.size() < rounds_of_far) return false;
    const std::vector<double> all = ratios(seconds.submission, seconds.solution);
    return std::all_of(all.begin(), all.end(), [&](double ratio) { return ratio >= far * slow; });
}

bool is_slow(const Seconds& seconds, double slow) {
    if (is_far_too_slow(seconds, slow)) return true;
    return median_ratio_interval(seconds.submission, seconds.solution, confidence_of_fault).low > slow;
}

bool is_fast_enough(const Seconds& seconds, double slow) {
    return median_ratio_interval(seconds.submission, seconds.solution).high < slow;
}

bool is_unbelievable(const Seconds& seconds) {
    return median_ratio_interval(seconds.submission, seconds.plain_read, confidence_of_fault).high < believed;
}

bool is_believable(const Seconds& seconds) {
    return median_ratio_interval(seconds.submission, seconds.plain_read).low > believed;
}

// Whether the starter shows what a busy core costs.
bool shows_a_busy_core(const Seconds& seconds, double slow) {
    return median_ratio_interval(seconds.starter, seconds.solution).low > slow;
}

bool does_not_show_a_busy_core(const Seconds& seconds, double slow) {
    return median_ratio_interval(seconds.starter, seconds.solution).high < slow;
}

double total(const std::vector<double>& all) { return std::accumulate(all.begin(), all.end(), 0.0); }

SpeedFinding finding_of(const Seconds& seconds, double slow, const Question& question) {
    const std::size_t threads = question.threads;
    const Interval interval = median_ratio_interval(seconds.submission, seconds.solution);
    // The plain read is no bound: below 1, the figure would only be confusing.
    const double of_reading = median_ratio(seconds.submission, seconds.plain_read);
    SpeedFinding finding;
    finding.message = "it takes " + times(median_ratio(seconds.submission, seconds.solution)) +
                      " times as long as the solution (95 % confidence: " + times(interval.low) + " to " +
                      (std::isinf(interval.high) ? "any" : times(interval.high)) + ")" +
                      (of_reading < 1 ? "" : ", and " + times(of_reading) + " times as long as reading the arrays") +
                      ", with " + std::to_string(question.chunk.length) + " elements and " + std::to_string(threads) +
                      (threads == 1 ? " thread" : " threads");
    const auto fault = [&](VerdictCode code, std::string message) {
        finding.fault = Fault{code, std::move(message)};
        return finding;
    };
    if (is_unbelievable(seconds)) {
        return fault(VerdictCode::stale,
                     "it answers in less than half the time that this machine needs to read "
                     "the arrays, so it cannot have read them: " +
                         finding.message);
    }
    if (is_slow(seconds, slow)) {
        return fault(VerdictCode::slow,
                     finding.message + ". At most " + times(slow) + " times the solution's time is accepted");
    }
    if (!seconds.starter.empty() && !shows_a_busy_core(seconds, slow)) {
        finding.measured = false;
        finding.message = "could not be measured here, and costs no points: beside a busy core the starter takes " +
                          times(median_ratio(seconds.starter, seconds.solution)) +
                          " times as long as the solution, and the machine must show more than " + times(slow) +
                          " times. It has one core, or other programs keep the others busy, or the memory is the "
                          "limit. The submission: " +
                          finding.message;
        return finding;
    }
    if (is_fast_enough(seconds, slow)) return finding;
    // A submission that is slow in half of the rounds has a wide interval as well. Noise hardly changes the totals of
    // so many rounds.
    if (const double ratio = total(seconds.submission) / total(seconds.solution); ratio > 2 * slow) {
        return fault(VerdictCode::slow, "all rounds together take " + times(ratio) +
                                            " times as long as the solution's: " + finding.message);
    }
    finding.measured = false;
    finding.message = "could not be measured here, and costs no points: " + finding.message;
    return finding;
}

}  // namespace

Interval median_ratio_interval(const std::vector<double>& x, const std::vector<double>& y, double confidence) {
    std::vector<double> sorted = ratios(x, y);
    std::sort(sorted.begin(), sorted.end());
    // The largest k so that fewer than k of n fair coins show heads with a probability of at most half the rest.
    const double rest = (1 - confidence) / 2;
    const std::size_t n = sorted.size();
    double term = std::pow(0.5, static_cast<double>(n));
    double below = term;
    std::size_t k = 0;
    while (below <= rest) {
        ++k;
        term *= static_cast<double>(n - k + 1) / static_cast<double>(k);
        below += term;
    }
    if (k == 0) return {0, std::numeric_limits<double>::infinity()};
    return {sorted[k - 1], sorted[n - k]};
}

SpeedFinding check_speed(const Sandbox& sandbox, const std::filesystem::path& worker, const Compared& compared,
                         const SpeedGoal& goal, Content content, std::uint64_t seed) {
    const Stopwatch stopwatch;
    Rounds rounds{sandbox, worker, compared, goal, content, seed};
    for (std::size_t round = 0; round < most_rounds && stopwatch.seconds() < most_seconds; ++round) {
        if (auto fault = rounds.next()) return {.fault = std::move(fault)};
        const Seconds& seconds = rounds.seconds();
        if (is_slow(seconds, goal.slow) || is_unbelievable(seconds)) break;
        const bool shown_or_not =
            !goal.busy_core || shows_a_busy_core(seconds, goal.slow) || does_not_show_a_busy_core(seconds, goal.slow);
        if (is_fast_enough(seconds, goal.slow) && is_believable(seconds) && shown_or_not) break;
    }
    return finding_of(rounds.seconds(), goal.slow, rounds.question());
}

SpeedFinding check_all_speeds(const Sandbox& sandbox, const std::filesystem::path& worker, const Compared& compared,
                              const std::vector<SpeedGoal>& goals, Content content, std::uint64_t seed) {
    SpeedFinding all;
    for (const SpeedGoal& goal : goals) {
        SpeedFinding finding = check_speed(sandbox, worker, compared, goal, content, seed);
        if (finding.fault) return finding;
        all.measured = all.measured && finding.measured;
        all.message += (all.message.empty() ? "" : ". Also ") + finding.message;
    }
    return all;
}

}  // namespace reductions
