// The worker: a process with one submission in it.   worker LIBRARY FUNCTION CAPACITY [guarded_heap]
// FUNCTION is int64, double, sum_and_largest or sum_with_threads.
//
// It maps the arrays, restricts itself, and only then loads the submission. So the submission's constructors already
// run under the restrictions, and a `main`, a `read` or options of a race detector in it have no effect. Each question
// calls the submission's function once. The grader measures the time outside, because whatever runs in this process
// could change the clock here.
#include <atomic>
#include <bit>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <span>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <omp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "grader/allowed_calls.hpp"
#include "grader/call_chain.hpp"
#include "grader/guarded_heap.hpp"
#include "grader/message.hpp"

namespace {

using reductions::Message;
using reductions::MessageKind;

// The submission's function, by the name that the compiler gives it (Itanium C++ ABI, for 64-bit Linux).
template <typename T>
using Function = T (*)(std::span<const T>, std::span<const T>);
constexpr const char* int64_function = "_Z26sum_of_squared_differencesSt4spanIKlLm18446744073709551615EES1_";
constexpr const char* sum_and_largest_function = "_Z15sum_and_largestSt4spanIKlLm18446744073709551615EES1_";
constexpr const char* sum_with_threads_function =
    "_Z26sum_of_squared_differencesSt4spanIKlLm18446744073709551615EES1_m";
constexpr const char* double_function = "_Z26sum_of_squared_differencesSt4spanIKdLm18446744073709551615EES1_";

// What sum_and_largest returns. The grader checks that the submission's struct is the same (asked_function.hpp).
struct SumAndLargest {
    std::int64_t sum;
    std::int64_t largest;
};
using SumWithThreads = std::int64_t (*)(std::span<const std::int64_t>, std::span<const std::int64_t>, std::size_t);
using SumAndLargestFunction = SumAndLargest (*)(std::span<const std::int64_t>, std::span<const std::int64_t>);

void send(const Message& message) {
    if (::send(reductions::worker_socket, &message, sizeof message, 0) != sizeof message) std::_Exit(1);
}

void send_text(MessageKind kind, std::uint64_t nonce, std::string_view text) {
    Message message{.kind = kind, .nonce = nonce};
    text.copy(message.text, sizeof message.text - 1);
    send(message);
}

Message receive() {
    Message message;
    if (::recv(reductions::worker_socket, &message, sizeof message, 0) != sizeof message) std::_Exit(1);
    return message;
}

bool grader_has_ended() {
    pollfd socket{reductions::worker_socket, 0, 0};
    return ::poll(&socket, 1, 0) != 0;
}

// Both arrays, between pages that nobody may touch. Reading far beyond an end still hits such a page.
struct Arrays {
    static constexpr std::size_t guard = std::size_t{1} << 30;

    explicit Arrays(std::size_t bytes_each) : bytes{bytes_each} {
        void* const place = ::mmap(nullptr, 3 * guard + 2 * bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (place == MAP_FAILED) std::_Exit(1);
        a = static_cast<std::byte*>(place) + guard;
        b = a + bytes + guard;
        map(a, 0);
        map(b, bytes);
    }

    void map(std::byte* where, std::size_t from) const {
        if (::mmap(where, bytes, PROT_READ, MAP_SHARED | MAP_FIXED, reductions::worker_arrays,
                   static_cast<off_t>(from)) == MAP_FAILED) {
            std::_Exit(1);
        }
    }

    void forget_pages() const {
        ::madvise(a, bytes, MADV_DONTNEED);
        ::madvise(b, bytes, MADV_DONTNEED);
    }

    template <typename T>
    std::span<const T> view(const std::byte* array, const Message& question, std::size_t begin = 0) const {
        return {reinterpret_cast<const T*>(array) + question.offset + begin, question.size};
    }

    std::size_t bytes;
    std::byte* a;
    std::byte* b;
};

volatile std::uint64_t nonce_of_question = 0;

// A failed assertion calls abort(). As the first process of its sandbox, a worker is not ended by the signal. It waits
// here for the grader to end it.
void report_abort(int) {
    static std::atomic_flag reported;
    if (!reported.test_and_set()) {
        send_text(MessageKind::threw, nonce_of_question,
                  "abort() was called, as a failed assertion or an uncaught exception does");
    }
    for (;;) ::sleep(1);
}

template <typename T>
void put_into(Message& answer, T sum) {
    answer.sum = std::bit_cast<std::uint64_t>(sum);
}
void put_into(Message& answer, const SumAndLargest& result) {
    answer.sum = std::bit_cast<std::uint64_t>(result.sum);
    answer.largest = std::bit_cast<std::uint64_t>(result.largest);
}

template <typename T, typename Result>
Result call(Result (*function)(std::span<const T>, std::span<const T>), std::span<const T> a, std::span<const T> b,
            std::size_t) {
    return function(a, b);
}
std::int64_t call(SumWithThreads function, std::span<const std::int64_t> a, std::span<const std::int64_t> b,
                  std::size_t threads) {
    return function(a, b, threads);
}

template <typename T, typename Asked>
void answer_questions(Asked function, const Arrays& arrays) {
    for (Message question = receive(); question.kind == MessageKind::question; question = receive()) {
        nonce_of_question = question.nonce;
        omp_set_dynamic(0);
        omp_set_num_threads(static_cast<int>(question.threads));
        if (question.forget_pages) arrays.forget_pages();
        try {
            const auto result_at = [&](std::size_t begin_a, std::size_t begin_b) {
                return call(function, arrays.view<T>(arrays.a, question, begin_a),
                            arrays.view<T>(arrays.b, question, begin_b), question.threads);
            };
            Message answer{.kind = MessageKind::answer, .nonce = question.nonce};
            if (question.calls == 0) {
                put_into(answer, result_at(0, 0));
            } else {
                answer.sum = reductions::hash_of_calls(question.calls, [&](std::size_t begin_a, std::size_t begin_b) {
                    put_into(answer, result_at(begin_a, begin_b));
                    return answer.sum;
                });
            }
            send(answer);
        } catch (const std::exception& exception) {
            send_text(MessageKind::threw, question.nonce, exception.what());
        } catch (...) {
            send_text(MessageKind::threw, question.nonce, "something that is no std::exception");
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4 && count != 5) return 2;
    const std::string_view asked = arguments[2];
    const Arrays arrays{std::strtoull(arguments[3], nullptr, 10) * sizeof(std::int64_t)};
    send({.kind = MessageKind::hello});
    if (receive().kind != MessageKind::go) return 1;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (grader_has_ended()) return 1;  // before the kernel knew that this process ends with it
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    std::signal(SIGABRT, report_abort);
    omp_get_max_threads();  // libomp writes a file when it begins, and nobody may after the next line
#if HAS_GUARDED_HEAP
    if (count == 5) reductions::guard_heap();
#endif
    reductions::allow_only_needed_calls();

    void* const library = ::dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
    const char* const name = asked == "double"             ? double_function
                             : asked == "sum_and_largest"  ? sum_and_largest_function
                             : asked == "sum_with_threads" ? sum_with_threads_function
                                                           : int64_function;
    void* const function = library ? ::dlsym(library, name) : nullptr;
    if (!function) {
        send_text(MessageKind::failed, 0, library ? "it has no function as in the starter" : ::dlerror());
        return 1;
    }
    send({.kind = MessageKind::ready});
    if (asked == "sum_and_largest") {
        answer_questions<std::int64_t>(reinterpret_cast<SumAndLargestFunction>(function), arrays);
    } else if (asked == "sum_with_threads") {
        answer_questions<std::int64_t>(reinterpret_cast<SumWithThreads>(function), arrays);
    } else if (asked == "double") {
        answer_questions<double>(reinterpret_cast<Function<double>>(function), arrays);
    } else {
        answer_questions<std::int64_t>(reinterpret_cast<Function<std::int64_t>>(function), arrays);
    }
    return 0;
}
