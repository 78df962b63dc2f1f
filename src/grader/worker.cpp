#include "grader/worker.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "grader/interruption.hpp"
#include "grader/message.hpp"

namespace reductions {
namespace {

using std::chrono::milliseconds;

// More than this from one race detector is a flood, in which a report could drown.
constexpr std::size_t most_report_bytes = 1 << 20;

std::vector<std::string> environment_of(const WorkerProgram& program) {
    // A waiting thread that spins would take the processor from the other threads.
    std::vector<std::string> variables{"OMP_WAIT_POLICY=passive", "PATH=/usr/bin",
                                       // libomp's default locks spin for long if there are more threads than cores.
                                       "KMP_LOCK_KIND=futex"};
    if (program.small_team) variables.push_back("OMP_THREAD_LIMIT=" + std::to_string(small_team_size));
    if (program.detects_races) {
        // With the longest history of accesses, since a shorter one misses races that are far apart.
        variables.emplace_back(
            "TSAN_OPTIONS=ignore_noninstrumented_modules=1:symbolize=0:exitcode=66:hard_rss_limit_mb=3000:"
            "history_size=7");
        variables.push_back("OMP_TOOL_LIBRARIES=" + program.tool);
    }
    return variables;
}

// What worker_program.cpp calls the function.
std::string function_word(AskedFunction function, Content content) {
    if (function == AskedFunction::sum_and_largest) return "sum_and_largest";
    if (function == AskedFunction::sum_with_threads) return "sum_with_threads";
    return content == Content::int64 ? "int64" : "double";
}

// The process that sent the hello, as this process numbers it.
pid_t receive_hello(int socket) {
    Message hello;
    iovec part{&hello, sizeof hello};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(ucred))];
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
    pollfd ready{socket, POLLIN, 0};
    if (::poll(&ready, 1, 30'000) <= 0 || ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC) != sizeof hello) return 0;
    for (cmsghdr* entry = CMSG_FIRSTHDR(&header); entry; entry = CMSG_NXTHDR(&header, entry)) {
        if (entry->cmsg_level != SOL_SOCKET || entry->cmsg_type != SCM_CREDENTIALS) continue;
        ucred sender{};
        std::memcpy(&sender, CMSG_DATA(entry), sizeof sender);
        return hello.kind == MessageKind::hello ? sender.pid : 0;
    }
    return 0;
}

bool all_sleep(const ThreadActivity& threads) {
    return !threads.empty() &&
           std::all_of(threads.begin(), threads.end(), [](const auto& thread) { return thread.second.sleeps; });
}

std::chrono::nanoseconds busiest(const ThreadActivity& threads) {
    std::uint64_t most = 0;
    for (const auto& [thread, activity] : threads) most = std::max(most, activity.nanoseconds);
    return std::chrono::nanoseconds{most};
}

std::uint64_t total_nanoseconds(const ThreadActivity& threads) {
    std::uint64_t total = 0;
    for (const auto& [thread, activity] : threads) total += activity.nanoseconds;
    return total;
}

}  // namespace

Worker::Worker(const Sandbox& sandbox, const WorkerProgram& program, const SharedArrays& arrays)
    : nonces_{std::random_device{}()}, guarded_heap_{program.guarded_heap} {
    int ends[2];
    succeeded(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends), "socketpair");
    socket_ = Descriptor{ends[0]};
    Descriptor of_worker{ends[1]};
    const int yes = 1;
    succeeded(::setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes), "SO_PASSCRED");
    Descriptor report_of_worker;
    if (program.detects_races) {
        int pipe_ends[2];
        succeeded(::pipe2(pipe_ends, O_CLOEXEC), "pipe");
        report_ = Descriptor{pipe_ends[0]};
        report_of_worker = Descriptor{pipe_ends[1]};
        succeeded(::fcntl(report_.number(), F_SETFL, O_NONBLOCK), "pipe");
    }
    const Visible worker{program.worker, "/worker"};
    const Visible submission{program.submission, "/submission.so"};
    std::vector<std::string> words{sandbox.seen(worker).string(), sandbox.seen(submission).string(),
                                   function_word(program.function, arrays.content()),
                                   std::to_string(arrays.capacity())};
    if (program.guarded_heap) words.emplace_back("guarded_heap");
    process_ = sandbox.start({
        .words = std::move(words),
        .environment = environment_of(program),
        .files = {worker, submission},
        .descriptors = {-1, -1, report_of_worker.number(), of_worker.number(), arrays.descriptor()},
        // ThreadSanitizer limits its memory itself.
        .limits = {.data_bytes = program.detects_races ? 0 : std::uint64_t{1} << 30,
                   .file_bytes = 1 << 20,
                   .processes = 200},
        .fixed_addresses = program.detects_races,
        .adopted = true,
    });
    of_worker.close();
    report_of_worker.close();
    const pid_t sender = receive_hello(socket_.number());
    if (sender == 0) throw std::runtime_error{"the worker does not start"};
    process_.replace_by(sender);
    load();
}

void Worker::load() {
    const Message go{.kind = MessageKind::go};
    if (::send(socket_.number(), &go, sizeof go, MSG_NOSIGNAL) != sizeof go) {
        end_of_worker();
        return;
    }
    const auto message = receive(nullptr);
    if (!message) return;
    if (message->kind == MessageKind::failed) {
        failure(Reply::Kind::not_loaded, "it cannot be loaded: " + std::string{message->text});
    } else if (message->kind != MessageKind::ready) {
        failure(Reply::Kind::forbidden, "it sent a message of its own while it was being loaded");
    }
}

Reply Worker::failure(Reply::Kind kind, std::string text) {
    if (!failure_) failure_ = Reply{.kind = kind, .text = std::move(text)};
    process_ = Process{};
    return *failure_;
}

// The other end of the socket is closed. The end of the process follows soon, if the submission did not only close the
// socket.
Reply Worker::end_of_worker() {
    process_.thaw();
    if (!process_.wait_until(Clock::now() + std::chrono::seconds{2})) {
        return failure(Reply::Kind::forbidden, "it closed its connection to the grader");
    }
    const int status = process_.status();
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGSEGV || signal == SIGBUS) {
            return failure(Reply::Kind::crashed,
                           guarded_heap_ ? ". An array of your own may be too small: is there a place for each thread? "
                                           "Outside of a parallel region, omp_get_num_threads() is 1"
                                         : "");
        }
        if (signal == SIGSYS) return failure(Reply::Kind::forbidden, "it made a system call that no sum needs");
        return failure(Reply::Kind::ended, std::string{"it was ended by the signal "} + ::strsignal(signal));
    }
    return failure(Reply::Kind::forbidden, "it ended the program, with status " + std::to_string(WEXITSTATUS(status)));
}

void Worker::read_report() {
    if (report_.number() < 0) return;
    char bytes[4096];
    ssize_t count = 0;
    while ((count = ::read(report_.number(), bytes, sizeof bytes)) > 0) {
        if (report_text_.size() < most_report_bytes) report_text_.append(bytes, static_cast<std::size_t>(count));
    }
}

std::optional<Message> Worker::receive(ThreadWatch* watch) {
    // If all threads sleep, whenever we look in two seconds, and none has worked, nobody will wake them.
    constexpr std::chrono::seconds asleep_for{2};
    const Clock::time_point start = Clock::now();
    Clock::time_point awake = start;
    Clock::time_point looked = start;
    std::optional<ThreadActivity> at_first;
    std::chrono::nanoseconds worked{0};
    std::uint64_t before = 0;
    for (;;) {
        throw_if_interrupted();
        pollfd ready{socket_.number(), POLLIN, 0};
        const int count = ::poll(&ready, 1, watch ? 1 : 100);
        read_report();
        if (watch) watch->look(thread_activity(process_.id()));
        const auto now = Clock::now();
        if (count > 0) {
            // Who answers before the second look has worked no longer than the clock says.
            worked_so_far_ += worked.count() > 0 ? worked : now - start;
            waited_so_far_ += now - start;
            return received_message();
        }
        if (report_text_.size() >= most_report_bytes) {
            failure(Reply::Kind::forbidden, "it prints too much");
            return std::nullopt;
        }
        const ThreadActivity threads = thread_activity(process_.id());
        if (!at_first) at_first = threads;
        worked = busiest(difference(*at_first, threads));
        const std::uint64_t total = total_nanoseconds(threads);
        const bool asleep = all_sleep(threads);
        if (asleep) asleep_so_far_ += now - looked;
        looked = now;
        if (total != before || !asleep) awake = now;
        before = total;
        if (now - awake > asleep_for) {
            failure(Reply::Kind::sleeps);
            return std::nullopt;
        }
        if (worked > patience || worked_so_far_ + worked > patience_in_all ||
            now - start > patience_by_clock * patience || asleep_so_far_ > patience ||
            waited_so_far_ + (now - start) > patience_by_clock * patience_in_all) {
            failure(Reply::Kind::too_long);
            return std::nullopt;
        }
    }
}

std::optional<Message> Worker::received_message() {
    Message message;
    const ssize_t received = ::recv(socket_.number(), &message, sizeof message, MSG_TRUNC);
    if (received == sizeof message) {
        message.text[sizeof message.text - 1] = '\0';
        return message;
    }
    if (received > 0) {
        failure(Reply::Kind::forbidden, "it sent a message of its own");
    } else {
        end_of_worker();
    }
    return std::nullopt;
}

void Worker::freeze() {
    if (!failure_ && !process_.freeze()) end_of_worker();
}

Reply Worker::ask(const Question& question) {
    freeze();
    if (failure_) return *failure_;
    // Whatever waits here was sent before the question.
    char early = 0;
    if (::recv(socket_.number(), &early, 1, MSG_DONTWAIT | MSG_TRUNC) > 0) {
        return failure(Reply::Kind::forbidden, "it sent an answer that nobody asked for");
    }
    ThreadWatch watch{question.forget_pages ? thread_activity(process_.id()) : ThreadActivity{}};
    const Message message{.kind = MessageKind::question,
                          .threads = static_cast<std::uint32_t>(question.threads),
                          .nonce = nonces_(),
                          .offset = question.chunk.begin,
                          .size = question.chunk.length,
                          .forget_pages = question.forget_pages,
                          .calls = question.calls};
    // The clock starts first: a worker that arranges to be woken by the message gains nothing by it.
    const auto start = Clock::now();
    if (::send(socket_.number(), &message, sizeof message, MSG_NOSIGNAL) != sizeof message) return end_of_worker();
    process_.thaw();
    const auto reply = receive(question.forget_pages ? &watch : nullptr);
    const auto stop = Clock::now();
    freeze();
    if (failure_) return *failure_;
    if (reply->nonce != message.nonce || (reply->kind != MessageKind::answer && reply->kind != MessageKind::threw)) {
        return failure(Reply::Kind::forbidden, "it sent a message of its own");
    }
    Reply answer{.kind = reply->kind == MessageKind::answer ? Reply::Kind::answered : Reply::Kind::threw,
                 .bits = reply->sum,
                 .largest = std::bit_cast<std::int64_t>(reply->largest),
                 .seconds = std::chrono::duration<double>(stop - start).count(),
                 .text = reply->text};
    if (worked_so_far_ > patience_in_all) return failure(Reply::Kind::too_long);
    if (question.forget_pages) {
        watch.look(thread_activity(process_.id()));
        answer.done = watch.done();
    }
    return answer;
}

double Worker::work_without_question() {
    freeze();
    if (failure_) return 0;
    const ThreadActivity before = thread_activity(process_.id());
    ThreadActivity watched = before;
    process_.thaw();
    for (int look = 0; look < 8; ++look) {
        std::this_thread::sleep_for(milliseconds{5});
        for (const auto& [thread, activity] : thread_activity(process_.id())) watched[thread] = activity;
    }
    freeze();
    return static_cast<double>(total_nanoseconds(difference(before, std::move(watched)))) / 1e9;
}

std::optional<Worker::Report> Worker::end() {
    freeze();
    if (failure_) return std::nullopt;
    const Message message{.kind = MessageKind::end};
    if (::send(socket_.number(), &message, sizeof message, MSG_NOSIGNAL) != sizeof message) return std::nullopt;
    const ThreadActivity before = thread_activity(process_.id());
    process_.thaw();
    const auto deadline = Clock::now() + patience_by_clock * patience;
    constexpr milliseconds pause{1};
    milliseconds asleep{0};
    bool ended = false;
    while (!(ended = process_.has_ended()) && Clock::now() < deadline && asleep < patience) {
        read_report();
        const ThreadActivity threads = thread_activity(process_.id());
        if (busiest(difference(before, threads)) > patience) break;
        if (all_sleep(threads)) asleep += pause;
        std::this_thread::sleep_for(pause);
    }
    read_report();
    const int status = ended && WIFEXITED(process_.status()) ? WEXITSTATUS(process_.status()) : -1;
    const bool ended_well = (status == 0 || status == 66) && report_text_.size() < most_report_bytes;
    return Report{report_text_, ended_well};
}

}  // namespace reductions
