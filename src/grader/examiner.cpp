#include "grader/examiner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <random>
#include <string>
#include <vector>

#include "measure/answer_text.hpp"

namespace reductions {
namespace {

// The threads that caused a quarter of an equal share of the page faults or more, and used the processor as much as
// this share of the work needs, or half of it. Touching one element of each page takes much less. Spinning causes no
// faults.
std::vector<Activity> working_threads(const ThreadActivity& done, std::size_t requested) {
    Activity all;
    for (const auto& [thread, activity] : done) {
        all.page_faults += activity.page_faults;
        all.nanoseconds += activity.nanoseconds;
    }
    std::vector<Activity> working;
    for (const auto& [thread, own] : done) {
        if (own.page_faults > 0 && own.page_faults * 4 * requested >= all.page_faults &&
            own.nanoseconds * all.page_faults * 2 >= all.nanoseconds * own.page_faults) {
            working.push_back(own);
        }
    }
    return working;
}

// Whether each thread begins only after another one has ended, as when a future is dropped, or asked for its result,
// before the next call starts.
bool one_after_the_other(const std::vector<Activity>& working) {
    for (std::size_t i = 0; i < working.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (worked_together(working[i], working[j])) return false;
        }
    }
    return true;
}

// Asks the question after a change of the arrays.
std::optional<Fault> wrong_answer_to(Worker& worker, RightAnswers& right, const Question& question) {
    worker.freeze();
    right.change(question.chunk, question.threads);
    return right.fault(question, worker.ask(question));
}

// Whether threads work on after the answer. An honest team needs a few microseconds to fall asleep. A virtual machine
// may count time that its host took away, so one such finding is no proof.
std::optional<Fault> late_work(Worker& worker, RightAnswers& right, const Question& question) {
    constexpr int findings = 5;
    double seconds = 0;
    for (int finding = 0; finding < findings; ++finding) {
        seconds = worker.work_without_question();
        if (seconds <= 1e-3) return std::nullopt;
        if (auto fault = wrong_answer_to(worker, right, question)) return fault;
    }
    return Fault{VerdictCode::late, "its threads work on after it has returned: " + text_of(seconds * 1e3) +
                                        " ms of processor time. Wait for all of them before returning"};
}

}  // namespace

std::optional<Fault> check_answers(Worker& worker, RightAnswers& right) {
    constexpr std::array<std::size_t, 12> sizes{1000, 0, 1, 2, 3, 7, 512, 4096, 100'003, 1 << 20, 1000, 100'003};
    constexpr std::array<std::size_t, 5> threads{2, 1, 3, 8, 4};
    std::size_t next = 0;
    for (const std::size_t size : sizes) {
        for (const Chunk chunk : {right.arrays().last(size), Chunk{0, size}, right.arrays().last(size)}) {
            if (auto fault = wrong_answer_to(worker, right, {chunk, threads[next++ % threads.size()]})) return fault;
        }
        if (auto fault = late_work(worker, right, {right.arrays().last(size), 2})) return fault;
    }
    // The thread that looks for work without a question may have found the worker's end.
    const Question last{right.arrays().last(1000), 2};
    worker.freeze();
    right.change(last.chunk, last.threads);
    right.make_one_wide(last.chunk);
    return right.fault(last, worker.ask(last));
}

std::optional<Fault> check_small_team(Worker& worker, RightAnswers& right) {
    for (const std::size_t size : std::array<std::size_t, 3>{1000, 100'003, 512}) {
        for (const std::size_t threads : std::array<std::size_t, 2>{8, 4}) {
            auto fault = wrong_answer_to(worker, right, {right.arrays().last(size), threads});
            if (!fault) continue;
            fault->message += ". Here OpenMP starts only " + std::to_string(small_team_size) +
                              " of the requested threads, as it may. Inside the region, omp_get_num_threads() says "
                              "how many there are";
            return fault;
        }
    }
    return std::nullopt;
}

std::optional<Fault> check_threads(Worker& worker, RightAnswers& right, const std::string& warning) {
    const Chunk chunk = right.arrays().last(right.arrays().capacity());
    for (const std::size_t threads : std::array<std::size_t, 3>{3, 2, 4}) {
        // On a busy machine a thread may start so late that others have done its share, if shares are not fixed.
        constexpr int attempts = 12;
        std::size_t most = 0;
        bool as_requested = false;
        bool in_turn = false;
        for (int attempt = 0; attempt < attempts && !as_requested; ++attempt) {
            const Question question{chunk, threads, true};
            worker.freeze();
            right.change(chunk, threads);
            const Reply answer = worker.ask(question);
            if (auto fault = right.fault(question, answer)) return fault;
            const std::vector<Activity> readers = working_threads(answer.done, threads);
            most = std::max(most, readers.size());
            if (readers.size() != threads) continue;
            in_turn = one_after_the_other(readers);
            as_requested = !in_turn;
        }
        if (as_requested) continue;
        const std::string hint = warning.empty() ? "" : ". The compiler says: " + warning;
        if (most <= 1) {
            return Fault{VerdictCode::serial,
                         std::to_string(threads) + " threads are requested, and one reads the arrays alone" + hint};
        }
        if (in_turn) {
            return Fault{VerdictCode::serial, std::to_string(threads) +
                                                  " threads are requested, and as many read the arrays, but one after "
                                                  "the other. Start all of them before you wait for one: get() "
                                                  "waits, and so does a future of std::async that nobody keeps"};
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
                "on the same arrays it returns " + text_of(std::bit_cast<double>(*first)) + " with " +
                    std::to_string(threads_of_first) + " thread and " + text_of(std::bit_cast<double>(answer.bits)) +
                    " with " + std::to_string(threads) +
                    " threads. The order of the additions must not depend on who is first or how many there are"};
        }
    }
    return std::nullopt;
}

}  // namespace reductions
