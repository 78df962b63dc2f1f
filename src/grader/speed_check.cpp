#include "grader/speed_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>
#include <stdexcept>
#include <thread>

namespace reductions {
namespace {

// So many that waking the threads does not matter, and so few that most machines keep them in a cache: from memory, a
// loop that waits for each element would hide what else it waits for.
constexpr std::size_t elements = std::size_t{1} << 20;
constexpr std::size_t fewest_rounds = 6;
constexpr std::size_t most_rounds = 180;
constexpr double far = 10;
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

}  // namespace

Interval median_ratio_interval(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> sorted = ratios(x, y);
    std::sort(sorted.begin(), sorted.end());
    // The largest k so that fewer than k of n fair coins show heads with a probability of at most 2.5 %.
    const std::size_t n = sorted.size();
    double term = std::pow(0.5, static_cast<double>(n));
    double below = term;
    std::size_t k = 0;
    while (below <= 0.025) {
        ++k;
        term *= static_cast<double>(n - k + 1) / static_cast<double>(k);
        below += term;
    }
    if (k == 0) return {0, INFINITY};
    return {sorted[k - 1], sorted[n - k]};
}

SpeedFinding check_speed(const Sandbox& sandbox, const std::filesystem::path& worker, const Compared& compared,
                         double slow, Content content, std::uint64_t seed) {
    SharedArrays arrays{content, elements, seed};
    RightAnswers right{arrays};
    // A size that is not known before, so that nobody is fast for it alone.
    std::mt19937_64 random{seed};
    const Question question{arrays.last(elements - random() % 40'000),
                            std::clamp(std::thread::hardware_concurrency(), 1U, 8U)};
    arrays.fill();

    enum { submission, solution, plain_read };
    const std::array libraries{compared.submission, compared.solution, compared.plain_read};
    std::array<std::optional<Worker>, 3> workers;
    std::array<std::vector<double>, 3> seconds;
    Interval interval{0, INFINITY};
    for (std::size_t round = 0; round < most_rounds; ++round) {
        if (round % rounds_of_a_pair == 0) {
            for (std::size_t i = 0; i < workers.size(); ++i) {
                workers[i].emplace(sandbox, WorkerProgram{worker, libraries[i]}, arrays);
                workers[i]->freeze();
            }
        }
        std::array<std::size_t, 3> order{submission, solution, plain_read};
        std::shuffle(order.begin(), order.end(), random);
        for (const std::size_t turn : order) {
            double last = 0;
            // The first call brings the worker back into the caches. One or two calls are not timed, at random, so that
            // a submission cannot know which call is.
            const auto untimed = 1 + random() % 2;
            for (std::size_t call = 0; call <= untimed; ++call) {
                right.change(question.chunk, question.threads);
                const Reply answer = workers[turn]->ask(question);
                if (turn == plain_read && answer.kind != Reply::Kind::answered) {
                    throw std::runtime_error{"the plain read failed"};
                }
                if (auto fault = turn == plain_read ? std::nullopt : right.fault(question, answer)) {
                    if (turn == solution) throw std::runtime_error{"the solution failed: " + fault->message};
                    return {.fault = std::move(fault)};
                }
                last = answer.seconds;
            }
            seconds[turn].push_back(last);
        }
        // What is far too slow need not be measured often.
        const auto is_far_too_slow = [&] {
            for (std::size_t i = 0; i < seconds[submission].size(); ++i) {
                if (seconds[submission][i] < far * slow * seconds[solution][i]) return false;
            }
            return seconds[submission].size() >= 3;
        };
        if (is_far_too_slow()) {
            interval = {far * slow, INFINITY};
            break;
        }
        if (round + 1 < fewest_rounds) continue;
        interval = median_ratio_interval(seconds[submission], seconds[solution]);
        if (interval.low > slow || interval.high < slow) break;
    }
    // Another program may slow down some rounds of the plain read, but not all of them.
    const double fastest_read = *std::min_element(seconds[plain_read].begin(), seconds[plain_read].end());
    const double of_read = median(seconds[submission]) / fastest_read;
    SpeedFinding finding;
    finding.message = "it takes " + times(median_ratio(seconds[submission], seconds[solution])) +
                      " times as long as the solution (95 % confidence: " + times(interval.low) + " to " +
                      (std::isinf(interval.high) ? "any" : times(interval.high)) + "), and " + times(of_read) +
                      " times as long as reading the arrays, with " + std::to_string(question.threads) +
                      (question.threads == 1 ? " thread" : " threads");
    if (of_read < believed) {
        finding.fault = Fault{VerdictCode::stale,
                              "it answers in less than half the time that this machine needs to read "
                              "the arrays, so it cannot have read them: " +
                                  finding.message};
    } else if (interval.low > slow) {
        finding.fault = Fault{VerdictCode::slow,
                              finding.message + ". At most " + times(slow) + " times the solution's time is accepted"};
    } else if (!(interval.high < slow)) {
        // A submission that is slow in half of the rounds has a wide interval as well. Noise hardly changes the totals
        // of so many rounds.
        const auto total = [](const std::vector<double>& all) { return std::accumulate(all.begin(), all.end(), 0.0); };
        if (const double ratio = total(seconds[submission]) / total(seconds[solution]); ratio > 2 * slow) {
            finding.fault = Fault{VerdictCode::slow, "all rounds together take " + times(ratio) +
                                                         " times as long as the solution's: " + finding.message};
            return finding;
        }
        finding.measured = false;
        finding.message = "could not be measured here, and costs no points: " + finding.message;
    }
    return finding;
}

}  // namespace reductions
