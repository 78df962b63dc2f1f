#include "grader/examiner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <random>
#include <string>

#include "judge/reference.hpp"
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

// The shortest text that stands for the number.
template <typename Number>
std::string to_text(Number number) {
    std::array<char, 40> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
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
    if (all.right() == 0) return {};
    const Composition found = all.of(sum);
    if (found.kind == Composition::Kind::right) return {};
    return to_string(found, threads);
}

// How many threads caused a quarter of an equal share of the page faults or more, and used the processor as much as
// this share of the work needs, or half of it. Touching one element of each page takes much less. Spinning causes no
// faults.
std::size_t working_threads(const ThreadActivity& done, std::size_t requested) {
    Activity all;
    for (const auto& [thread, activity] : done) {
        all.page_faults += activity.page_faults;
        all.nanoseconds += activity.nanoseconds;
    }
    return static_cast<std::size_t>(std::count_if(done.begin(), done.end(), [&](const auto& thread) {
        const Activity& own = thread.second;
        return own.page_faults > 0 && own.page_faults * 4 * requested >= all.page_faults &&
               own.nanoseconds * all.page_faults * 2 >= all.nanoseconds * own.page_faults;
    }));
}

template <typename T>
Fault wrong_answer(const Question& question, VerdictCode code, T returned, T expected, const std::string& made_of) {
    return {code, in_words(question) + ", it returns " + to_text(returned) + "; the sum is " + to_text(expected) +
                      (made_of.empty() ? "" : ". What it consists of: " + made_of)};
}

}  // namespace

void RightAnswers::change(Chunk chunk, std::size_t threads) { arrays_.change(chunk, threads); }

std::optional<Fault> RightAnswers::wrong_number(const Question& question, std::uint64_t bits) {
    const auto& [chunk, threads, forget_pages] = question;
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
        return wrong_answer(question, VerdictCode::wrong, returned, expected, composition(a, b, threads, returned));
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
    if (accepted) {
        remember();
        return std::nullopt;
    }
    if (is_stale()) return stale();
    const double off = std::abs(returned - expected) / expected;
    if (off < close) {
        Fault fault = wrong_answer(question, VerdictCode::ulp, returned, expected, "");
        fault.message += ". It is off by " +
                         to_text(std::abs(returned - expected) / (std::nextafter(expected, 2 * expected) - expected)) +
                         " units in the last place, more than any order of additions in double can explain";
        return fault;
    }
    return wrong_answer(question, VerdictCode::wrong, returned, expected,
                        rounds || !std::isfinite(returned) ? "" : composition(a, b, threads, returned));
}

std::optional<Fault> RightAnswers::fault(const Question& question, const Reply& answer) {
    const std::string when = in_words(question);
    switch (answer.kind) {
        case Reply::Kind::answered:
            return wrong_number(question, answer.bits);
        case Reply::Kind::threw:
            return Fault{VerdictCode::wrong, when + ", it throws an exception: " + answer.text};
        case Reply::Kind::crashed:
            return Fault{
                VerdictCode::outside,
                when +
                    ", it crashes: it reads or writes memory that does not belong to the arrays, or writes to them. "
                    "The first index is 0 and the last is size() - 1; the arrays are read-only"};
        case Reply::Kind::sleeps:
            return Fault{VerdictCode::hang,
                         when + ", it never returns: all its threads wait, and nobody is left to wake them"};
        case Reply::Kind::too_long:
            return Fault{VerdictCode::hang,
                         when + ", it takes too long: more than " + std::to_string(patience.count()) +
                             " seconds, or all calls together more than " + std::to_string(patience_in_all.count())};
        case Reply::Kind::not_loaded:
            return Fault{VerdictCode::refused, answer.text};
        case Reply::Kind::ended:
            return Fault{VerdictCode::wrong, when + ": " + answer.text};
        case Reply::Kind::forbidden:
            break;
    }
    return Fault{VerdictCode::forbidden, when + ": " + answer.text};
}

std::optional<Fault> check_answers(Worker& worker, RightAnswers& right) {
    constexpr std::array<std::size_t, 12> sizes{1000, 0, 1, 2, 3, 7, 512, 4096, 100'003, 1 << 20, 1000, 100'003};
    constexpr std::array<std::size_t, 5> threads{2, 1, 3, 8, 4};
    std::size_t next = 0;
    for (const std::size_t size : sizes) {
        for (const Chunk chunk : {right.arrays().last(size), Chunk{0, size}, right.arrays().last(size)}) {
            const Question question{chunk, threads[next++ % threads.size()]};
            worker.freeze();
            right.change(chunk, question.threads);
            if (auto fault = right.fault(question, worker.ask(question))) return fault;
        }
        // An honest team needs a few microseconds to fall asleep.
        if (const double seconds = worker.work_without_question(); seconds > 1e-3) {
            return Fault{VerdictCode::late, "its threads work on after it has returned: " + to_text(seconds * 1e3) +
                                                " ms of processor time. Wait for all of them before returning"};
        }
    }
    // The thread that looks for work without a question may have found the worker's end.
    const Question last{right.arrays().last(1000), 2};
    worker.freeze();
    right.change(last.chunk, last.threads);
    return right.fault(last, worker.ask(last));
}

std::optional<Fault> check_threads(Worker& worker, RightAnswers& right, const std::string& warning) {
    const Chunk chunk = right.arrays().last(right.arrays().capacity());
    for (const std::size_t threads : std::array<std::size_t, 3>{3, 2, 4}) {
        // On a busy machine a thread may start so late that others have done its share, if shares are not fixed.
        constexpr int attempts = 12;
        std::size_t most = 0;
        bool as_requested = false;
        for (int attempt = 0; attempt < attempts && !as_requested; ++attempt) {
            const Question question{chunk, threads, true};
            worker.freeze();
            right.change(chunk, threads);
            const Reply answer = worker.ask(question);
            if (auto fault = right.fault(question, answer)) return fault;
            const std::size_t readers = working_threads(answer.done, threads);
            most = std::max(most, readers);
            as_requested = readers == threads;
        }
        if (as_requested) continue;
        const std::string hint = warning.empty() ? "" : ". The compiler says: " + warning;
        if (most <= 1) {
            return Fault{VerdictCode::serial,
                         std::to_string(threads) + " threads are requested, and one reads the arrays alone" + hint};
        }
        return Fault{VerdictCode::threads, std::to_string(threads) + " threads are requested, and " +
                                               std::to_string(most) + " read the arrays" + hint};
    }
    return std::nullopt;
}

std::optional<Fault> check_bits(Worker& worker, Worker& other, RightAnswers& right, std::uint64_t seed) {
    std::mt19937_64 random{seed};
    for (int round = 0; round < 6; ++round) {
        // Nobody can prepare for a size that is not known before.
        const std::size_t capacity = right.arrays().capacity();
        const Chunk chunk = right.arrays().last(round == 0 ? capacity : capacity / 2 + random() % (capacity / 2));
        worker.freeze();
        other.freeze();
        right.change(chunk, 8);
        std::optional<std::uint64_t> first;
        std::size_t threads_of_first = 0;
        for (const std::size_t threads : std::array<std::size_t, 9>{1, 2, 3, 8, 8, 8, 8, 3, 2}) {
            const Question question{chunk, threads};
            // Who remembers an answer repeats its bits. The other worker has not seen it.
            const Reply answer = (threads == 8 || threads == 2 ? other : worker).ask(question);
            if (auto fault = right.fault(question, answer)) return fault;
            if (!first) {
                first = answer.bits;
                threads_of_first = threads;
            }
            if (*first == answer.bits) continue;
            return Fault{
                VerdictCode::bits,
                "on the same arrays it returns " + to_text(std::bit_cast<double>(*first)) + " with " +
                    std::to_string(threads_of_first) + " thread and " + to_text(std::bit_cast<double>(answer.bits)) +
                    " with " + std::to_string(threads) +
                    " threads. The order of the additions must not depend on who is first or how many there are"};
        }
    }
    return std::nullopt;
}

}  // namespace reductions
