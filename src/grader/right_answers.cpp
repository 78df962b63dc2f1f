#include "grader/right_answers.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <string>

#include "grader/call_chain.hpp"
#include "judge/reference.hpp"
#include "measure/answer_text.hpp"
#include "race_lab/composition.hpp"

namespace reductions {
namespace {

// A double this close to the exact sum, as a fraction of it, was summed rightly, but with too little precision.
constexpr double close = 1e-4;

// The sum of fewer elements may be that of an earlier call by chance, as a lost update of a few small squares is.
constexpr std::size_t enough_to_be_stale = 500;

std::string in_words(const Question& question) {
    return "with " + std::to_string(question.chunk.length) + (question.chunk.length == 1 ? " element" : " elements") +
           " and " + std::to_string(question.threads) + (question.threads == 1 ? " thread" : " threads");
}

// The right sum of whole numbers.
template <typename T>
T exact_sum_of_whole_numbers(std::span<const T> a, std::span<const T> b) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto difference = static_cast<std::int64_t>(a[i] - b[i]);
        sum += difference * difference;
    }
    return static_cast<T>(sum);
}

// What a wrong sum of whole numbers is made of, in words. Empty if that says no more than the numbers.
template <typename T>
std::string composition(std::span<const T> a, std::span<const T> b, std::size_t threads, T sum) {
    const Decomposition all{a, b, threads};
    if (all.right() == 0 || sum == 0) return {};
    const Composition found = all.of(sum);
    if (found.kind == Composition::Kind::right) return {};
    return to_string(found, threads);
}

// How far a sum is from the exact one, which must be finite and positive, in units in the last place of it.
double ulps_between(double sum, double exact) {
    return std::abs(sum - exact) / (std::nextafter(exact, std::numeric_limits<double>::infinity()) - exact);
}

// A sum in which the first square is counted again by the threads, as if each partial result started with it. For few
// elements that may be chance.
std::string first_again(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::size_t threads,
                        std::int64_t returned, std::int64_t expected) {
    if (a.size() < 3 || a[0] == b[0]) return {};
    const std::int64_t square = (a[0] - b[0]) * (a[0] - b[0]);
    // As unsigned numbers, because any number may have been returned.
    const auto excess = static_cast<std::uint64_t>(returned) - static_cast<std::uint64_t>(expected);
    const std::uint64_t times = excess / static_cast<std::uint64_t>(square);
    if (excess % static_cast<std::uint64_t>(square) != 0 || times == 0 || times > threads) return {};
    return "the first square is counted " + std::to_string(times) + (times == 1 ? " time" : " times") +
           " too often, as if partial results started with it";
}

template <typename T>
Fault wrong_answer(const Question& question, VerdictCode code, T returned, T expected, const std::string& made_of) {
    return {code, in_words(question) + ", it returns " + text_of(returned) + "; the sum is " + text_of(expected) +
                      (made_of.empty() ? "" : ". In words: " + made_of)};
}

}  // namespace

void RightAnswers::make_one_wide(Chunk chunk) { arrays_.make_one_wide(chunk); }

void RightAnswers::change(Chunk chunk, std::size_t threads) {
    arrays_.change(chunk, threads);
    negative_ = function_ == AskedFunction::sum_and_largest && !negative_;
    if (negative_) arrays_.make_differences_negative(chunk);
}

std::optional<Fault> RightAnswers::wrong_largest(const Question& question, std::int64_t returned) const {
    constexpr std::int64_t identity = std::numeric_limits<std::int64_t>::lowest();
    const auto a = arrays_.a<std::int64_t>(question.chunk);
    const auto b = arrays_.b<std::int64_t>(question.chunk);
    std::int64_t expected = identity;
    for (std::size_t i = 0; i < a.size(); ++i) expected = std::max(expected, a[i] - b[i]);
    if (returned == expected) return std::nullopt;
    std::string message = in_words(question) + ", the sum is right, but it returns " + text_of(returned) +
                          " as the largest difference; the largest is " + text_of(expected);
    if (a.empty()) {
        message += ". For empty arrays it must be the identity of max, the lowest number";
    } else if (returned == identity) {
        message += ". In words: the lowest number, with which a partial result starts; what the threads found is lost";
    } else if (returned > expected && (returned == 0 || returned == 1)) {
        message += ". All differences are negative here. A partial result that starts at " + text_of(returned) +
                   " is larger than each of them";
    } else if (returned < expected) {
        message += ". In words: a part of the arrays is missing";
    }
    return Fault{VerdictCode::wrong, message};
}

std::optional<Fault> RightAnswers::wrong_number(const Question& question, std::uint64_t bits) {
    const Chunk chunk = question.chunk;
    const std::size_t threads = question.threads;
    const auto is_stale = [&] { return chunk.length >= enough_to_be_stale && given_.contains(bits); };
    const auto remember = [&] {
        if (bits != 0) given_.insert(bits);
    };
    const auto stale = [&] {
        return Fault{VerdictCode::stale,
                     in_words(question) +
                         ", it returns the sum of an earlier call. The arrays have changed since, so "
                         "the answer must be computed in each call"};
    };
    if (arrays_.content() == Content::int64) {
        const auto a = arrays_.a<std::int64_t>(chunk);
        const auto b = arrays_.b<std::int64_t>(chunk);
        const std::int64_t expected = exact_sum_of_whole_numbers(a, b);
        const auto returned = static_cast<std::int64_t>(bits);
        if (returned == expected) {
            remember();
            return std::nullopt;
        }
        if (is_stale()) return stale();
        std::string made_of;
        if (function_ == AskedFunction::sum_and_largest) made_of = first_again(a, b, threads, returned, expected);
        if (made_of.empty()) made_of = composition(a, b, threads, returned);
        return wrong_answer(question, VerdictCode::wrong, returned, expected, made_of);
    }
    const auto a = arrays_.a<double>(chunk);
    const auto b = arrays_.b<double>(chunk);
    const auto returned = std::bit_cast<double>(bits);
    const bool rounds = arrays_.content() == Content::doubles;
    double expected = 0;
    bool accepted = false;
    if (rounds) {
        const Reference<double> all = reference(a, b);
        expected = all.expected;
        accepted = all.accepts(returned);
    } else {
        expected = exact_sum_of_whole_numbers(a, b);
        accepted = returned == expected;
    }
    // On whole numbers nothing is rounded, and an infinite sum has no last place.
    const double ulps = rounds && std::isfinite(expected) && expected > 0 ? ulps_between(returned, expected) : 0;
    if (accepted && ulps <= most_ulps_) {
        remember();
        return std::nullopt;
    }
    if (is_stale()) return stale();
    if (accepted) {
        Fault fault = wrong_answer(question, VerdictCode::ulp, returned, expected, "");
        fault.message += ". It is off by " + text_of(std::round(ulps)) + " units in the last place, and at most " +
                         text_of(most_ulps_) + " are accepted";
        return fault;
    }
    const double off = std::abs(returned - expected) / expected;
    if (off < close) {
        Fault fault = wrong_answer(question, VerdictCode::ulp, returned, expected, "");
        fault.message += ". It is off by " + text_of(ulps_between(returned, expected)) +
                         " units in the last place, more than any order of additions in double can explain";
        return fault;
    }
    return wrong_answer(question, VerdictCode::wrong, returned, expected,
                        rounds || !std::isfinite(returned) ? "" : composition(a, b, threads, returned));
}

std::optional<Fault> RightAnswers::wrong_calls(const Question& question, std::uint64_t bits) const {
    const Chunk& chunk = question.chunk;
    const std::uint64_t expected = hash_of_calls(question.calls, [&](std::size_t begin_a, std::size_t begin_b) {
        const Chunk in_a{chunk.begin + begin_a, chunk.length};
        const Chunk in_b{chunk.begin + begin_b, chunk.length};
        return arrays_.content() == Content::int64 ? std::bit_cast<std::uint64_t>(exact_sum_of_whole_numbers(
                                                         arrays_.a<std::int64_t>(in_a), arrays_.b<std::int64_t>(in_b)))
                                                   : std::bit_cast<std::uint64_t>(exact_sum_of_whole_numbers(
                                                         arrays_.a<double>(in_a), arrays_.b<double>(in_b)));
    });
    if (bits == expected) return std::nullopt;
    return Fault{VerdictCode::wrong, in_words(question) + ", one of " + std::to_string(question.calls) +
                                         " calls, one after the other, returns a wrong sum"};
}

std::optional<Fault> RightAnswers::fault(const Question& question, const Reply& answer) {
    const std::string when = in_words(question);
    switch (answer.kind) {
        case Reply::Kind::answered:
            if (question.calls != 0) return wrong_calls(question, answer.bits);
            if (auto fault = wrong_number(question, answer.bits)) return fault;
            if (function_ != AskedFunction::sum_and_largest) return std::nullopt;
            return wrong_largest(question, answer.largest);
        case Reply::Kind::threw:
            return Fault{VerdictCode::wrong, when + ", it throws an exception: " + answer.text};
        case Reply::Kind::crashed:
            return Fault{
                VerdictCode::outside,
                when +
                    ", it crashes: it reads or writes memory that does not belong to the arrays, or writes to them. "
                    "The first index is 0 and the last is size() - 1; the arrays are read-only" +
                    answer.text};
        case Reply::Kind::sleeps:
            return Fault{VerdictCode::hang,
                         when + ", it never returns: all its threads wait, and nobody is left to wake them"};
        case Reply::Kind::too_long:
            return Fault{VerdictCode::hang,
                         when + ", it does not return in time. It may use " + std::to_string(patience.count()) +
                             " seconds of processor time in a call, and " + std::to_string(patience_in_all.count()) +
                             " in all calls, and sleep for as long as in one call. Does a loop never end?"};
        case Reply::Kind::not_loaded:
            return Fault{VerdictCode::refused, answer.text};
        case Reply::Kind::ended:
            return Fault{VerdictCode::wrong, when + ": " + answer.text};
        case Reply::Kind::forbidden:
            break;
    }
    return Fault{VerdictCode::forbidden, when + ": " + answer.text};
}

}  // namespace reductions
