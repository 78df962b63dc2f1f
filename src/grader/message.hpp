// What the grader and a worker say to each other.
//
// A worker is a process with one submission in it. It shares two arrays with the grader, and can only read them. For
// each question it calls the submission's function once and sends back what the function returned. It reports no time
// and no verdict: those belong to the grader.
#pragma once

#include <cstdint>

namespace reductions {

// The descriptors that a worker finds open: a socket to the grader that keeps the borders of messages, and the arrays.
inline constexpr int worker_socket = 3;
inline constexpr int worker_arrays = 4;

// A worker must survive in this order: `hello`, then the grader's `go`, then `ready` or `failed`, then one answer for
// each question.
enum class MessageKind : std::uint32_t {
    hello,     // from the worker: the arrays are mapped; nothing of the submission has run
    go,        // from the grader: restrict yourself, and load the submission
    ready,     // from the worker: the submission is loaded
    failed,    // from the worker: the submission cannot be loaded; the text says why
    question,  // from the grader
    answer,    // from the worker
    threw,  // from the worker, instead of an answer: the function threw an exception, or called abort(); see the text
    end,    // from the grader: leave by exit(), so that a race detector can report
};

struct Message {
    MessageKind kind = MessageKind::hello;
    std::uint32_t threads = 0;  // of a question: how many threads OpenMP offers
    std::uint64_t nonce = 0;    // of a question; its answer repeats it
    std::uint64_t offset = 0;   // of a question: the first element, the same in both arrays
    std::uint64_t size = 0;     // of a question: the number of elements
    std::uint64_t sum = 0;      // of an answer: the bits of what the function returned
    std::uint64_t largest = 0;  // of an answer of sum_and_largest: the bits of the second number
    // Of a question: whether the worker first forgets which pages of the arrays it has seen. Each thread then causes
    // page faults where it reads, and the grader can count them.
    bool forget_pages = false;
    // Of a question: how many calls, one after the other (call_chain.hpp). Their sums are answered by one number. 0 for
    // one call, whose sum is the answer.
    std::uint64_t calls = 0;
    char text[127] = {};  // of `failed` and `threw`: ends with a zero
};

}  // namespace reductions
