// A worker as the grader sees it: a process that answers questions and is frozen between them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <string>

#include "blocks/chunks.hpp"
#include "grader/asked_function.hpp"
#include "grader/descriptor.hpp"
#include "grader/sandbox.hpp"
#include "grader/shared_arrays.hpp"
#include "grader/thread_activity.hpp"

namespace reductions {

// How long a worker may take for one question or for its end, and for all questions together. It is the processor time
// of its busiest thread that counts, because a busy machine makes all programs slower. By the clock, each may take six
// times as long. All threads may sleep for as long as one question may take, in all questions together.
inline constexpr std::chrono::seconds patience{10};
inline constexpr std::chrono::seconds patience_in_all{40};
inline constexpr int patience_by_clock = 6;

// How many threads a small team has.
inline constexpr std::size_t small_team_size = 3;

// What a worker runs.
struct WorkerProgram {
    std::filesystem::path worker;      // the worker program
    std::filesystem::path submission;  // a shared library
    AskedFunction function = AskedFunction::sum;
    bool detects_races = false;  // whether both were compiled for ThreadSanitizer
    std::string tool = {};       // the library that tells the race detector what libomp synchronises
    bool guarded_heap = false;   // whether writing beyond a block of memory of its own ends it, see guarded_heap.hpp
    bool small_team = false;     // whether OpenMP starts at most `small_team_size` threads, whatever is requested
};

struct Question {
    Chunk chunk;
    std::size_t threads;
    bool forget_pages = false;
    std::uint64_t calls = 0;  // if not 0, so many calls instead of one (call_chain.hpp)
};

struct Reply {
    enum class Kind {
        answered,
        threw,       // the function threw an exception
        crashed,     // by an access outside the arrays
        ended,       // by another signal
        not_loaded,  // it cannot be loaded, or has no such function
        forbidden,   // by a system call that is not allowed, or it sent more than one answer
        sleeps,      // no answer, and all its threads wait
        too_long,    // no answer, and it still works
    };
    Kind kind;
    std::uint64_t bits = 0;    // what the function returned
    std::int64_t largest = 0;  // the second number, if the function is sum_and_largest
    double seconds = 0;        // as the grader measured it
    std::string text = {};     // what more is known, such as the exception
    ThreadActivity done = {};  // what each thread did for this answer
};

class Worker {
public:
    // Starts a worker and loads the submission. A submission that cannot be loaded or does not let itself be loaded is
    // no exception: ask() says it. Throws std::system_error.
    Worker(const Sandbox& sandbox, const WorkerProgram& program, const SharedArrays& arrays);

    // Freezes the worker, asks, and freezes it again. Once an answer is not of the kind `answered` or `threw`, the
    // worker has ended, and every further answer is the same.
    Reply ask(const Question& question);

    // Freezes the worker. The arrays may be changed after it.
    void freeze();

    // Thaws the worker without a question, and returns how long its threads worked nevertheless, in seconds.
    double work_without_question();

    // Ends a worker that detects races, and returns what the detector printed. Nothing if the worker had ended before.
    // `ended_well` is whether the exit status is one of the detector's.
    struct Report {
        std::string text;
        bool ended_well;
    };
    std::optional<Report> end();

private:
    using Clock = std::chrono::steady_clock;

    void load();
    Reply failure(Reply::Kind kind, std::string text = {});
    Reply end_of_worker();
    // Waits for a message, until patience is at an end. Watches the threads meanwhile, if asked to.
    std::optional<struct Message> receive(ThreadWatch* watch);
    std::optional<struct Message> received_message();
    void read_report();

    Process process_;
    Descriptor socket_;
    Descriptor report_;
    std::string report_text_;
    std::mt19937_64 nonces_;
    std::chrono::nanoseconds worked_so_far_{0};  // for the answers so far
    std::chrono::nanoseconds waited_so_far_{0};  // by the clock
    std::chrono::nanoseconds asleep_so_far_{0};  // when all threads slept
    bool guarded_heap_;
    std::optional<Reply> failure_;
};

}  // namespace reductions
