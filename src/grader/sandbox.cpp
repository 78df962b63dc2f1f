#include "grader/sandbox.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <grp.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "grader/interruption.hpp"
#include "grader/user_range.hpp"

namespace reductions {
namespace {

bool is_root() { return ::geteuid() == 0; }

// The words that make bubblewrap run a program: it sees /usr, its own files, and nothing else of this machine.
std::vector<std::string> bubblewrap(const Command& command) {
    std::vector<std::string> words{"/usr/bin/bwrap",
                                   "--unshare-all",
                                   "--unshare-user",
                                   "--disable-userns",
                                   "--as-pid-1",
                                   "--new-session",
                                   "--cap-drop",
                                   "ALL",
                                   "--clearenv",
                                   "--ro-bind",
                                   "/usr",
                                   "/usr",
                                   "--symlink",
                                   "usr/bin",
                                   "/bin",
                                   "--symlink",
                                   "usr/lib",
                                   "/lib",
                                   "--symlink",
                                   "usr/lib64",
                                   "/lib64",
                                   "--ro-bind-try",
                                   "/etc/alternatives",
                                   "/etc/alternatives",
                                   "--ro-bind-try",
                                   "/etc/ld.so.cache",
                                   "/etc/ld.so.cache",
                                   "--proc",
                                   "/proc",
                                   "--dev",
                                   "/dev",
                                   "--size",
                                   "67108864",
                                   "--tmpfs",
                                   "/tmp"};
    const auto add = [&](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
    if (!command.adopted) add({"--die-with-parent"});
    for (const Visible& file : command.files) add({"--ro-bind", file.here.string(), file.there.string()});
    if (!command.writable.here.empty())
        add({"--bind", command.writable.here.string(), command.writable.there.string()});
    for (const std::string& variable : command.environment) {
        const auto equals = variable.find('=');
        add({"--setenv", variable.substr(0, equals), variable.substr(equals + 1)});
    }
    words.insert(words.end(), command.words.begin(), command.words.end());
    return words;
}

std::vector<char*> null_terminated(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

void limit(__rlimit_resource resource, std::uint64_t most) {
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

// The kernel ends this process with its parent, also if that has just been killed.
void end_with(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(126);
}

// What the new process does before it becomes another program. Between fork and exec only functions that a signal
// handler may call are allowed, because other threads of this program may hold locks.
[[noreturn]] void become(const Command& command, pid_t parent, uid_t user, char* const* words,
                         char* const* environment) {
    ::setsid();
    end_with(parent);
    const int nothing = ::open("/dev/null", O_RDWR);
    const auto count = static_cast<int>(command.descriptors.size());
    // First out of the way, then to their places.
    int moved[8];
    for (int i = 0; i < count; ++i) {
        const int from = command.descriptors[static_cast<std::size_t>(i)];
        moved[i] = ::fcntl(from < 0 ? nothing : from, F_DUPFD, 16);
    }
    for (int i = 0; i < count; ++i) ::dup2(moved[i], i);
    ::close_range(static_cast<unsigned>(count), ~0U, 0);

    limit(RLIMIT_CORE, 0);
    if (command.limits.file_bytes != 0) limit(RLIMIT_FSIZE, command.limits.file_bytes);
    if (command.limits.data_bytes != 0) limit(RLIMIT_DATA, command.limits.data_bytes);
    if (command.limits.processor_seconds != 0) limit(RLIMIT_CPU, command.limits.processor_seconds);
    if (command.fixed_addresses) ::personality(ADDR_NO_RANDOMIZE);
    if (user != 0) {
        if (command.limits.processes != 0) limit(RLIMIT_NPROC, command.limits.processes);
        if (::setgroups(0, nullptr) != 0 || ::setresgid(user, user, user) != 0 || ::setresuid(user, user, user) != 0) {
            ::_exit(126);
        }
        end_with(parent);  // the kernel forgets it when the user changes
    }
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::execve(words[0], words, environment);
    ::_exit(127);
}

}  // namespace

std::string description(Level level) {
    switch (level) {
        case Level::bubblewrap:
            return is_root() ? "B: bubblewrap, another user" : "B: bubblewrap";
        case Level::other_user:
            return "C: another user, because bubblewrap does not work here";
        default:
            return "A: no sandbox; for your own code only";
    }
}

Process::Process(Process&& other) noexcept { *this = std::move(other); }

Process& Process::operator=(Process&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(group_, other.group_);
    std::swap(status_, other.status_);
    std::swap(frozen_, other.frozen_);
    return *this;
}

Process::~Process() { kill(); }

void Process::kill() {
    if (id_ == 0) return;
    ::kill(-group_, SIGKILL);
    ::kill(id_, SIGKILL);
    while (id_ != 0 && wait(0)) {
    }
}

// Takes one change of its state. False if there is none to take.
bool Process::wait(int options) {
    int status = 0;
    pid_t changed = 0;
    do {
        changed = ::waitpid(id_, &status, options);
    } while (changed < 0 && errno == EINTR);
    if (changed == 0) return false;
    if (changed < 0 || WIFEXITED(status) || WIFSIGNALED(status)) {
        status_ = status;
        id_ = 0;
    }
    return true;
}

void Process::replace_by(pid_t child) {
    if (child == id_) return;
    ::kill(id_, SIGKILL);
    while (id_ != 0) wait(0);
    id_ = child;
    group_ = child;
    status_ = 0;
}

bool Process::freeze() {
    if (id_ == 0) return false;
    if (std::exchange(frozen_, true)) return true;
    ::kill(id_, SIGSTOP);
    while (id_ != 0) {
        int status = 0;
        const pid_t changed = ::waitpid(id_, &status, WUNTRACED);
        if (changed < 0 && errno == EINTR) continue;
        if (changed > 0 && WIFSTOPPED(status)) return true;
        status_ = status;
        id_ = 0;
    }
    return false;
}

void Process::thaw() {
    if (std::exchange(frozen_, false) && id_ != 0) ::kill(id_, SIGCONT);
}

bool Process::has_ended() {
    while (id_ != 0 && wait(WNOHANG)) {
    }
    return id_ == 0;
}

bool Process::wait_until(std::chrono::steady_clock::time_point deadline) {
    while (!has_ended()) {
        throw_if_interrupted();
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return true;
}

bool Sandbox::works(Level level) {
    if (level == Level::protocol) return true;
    if (level == Level::other_user) return is_root();
    static const bool bubblewrap_works = [] {
        if (::access("/usr/bin/bwrap", X_OK) != 0) return false;
        Process trial = Sandbox{Level::bubblewrap, 0}.start({.words = {"/usr/bin/true"}});
        return trial.wait_until(std::chrono::steady_clock::now() + std::chrono::seconds{30}) && trial.status() == 0;
    }();
    return bubblewrap_works;
}

Level Sandbox::strongest() {
    if (works(Level::bubblewrap)) return Level::bubblewrap;
    return works(Level::other_user) ? Level::other_user : Level::protocol;
}

bool Sandbox::is_another_user() const { return level_ != Level::protocol && is_root(); }

uid_t Sandbox::user() const {
    static const UserRange range;
    return range.user(place_);
}

void Sandbox::require_reachable(const std::filesystem::path& folder) const {
    if (!is_another_user()) return;
    for (auto path = std::filesystem::canonical(folder); path != path.root_path(); path = path.parent_path()) {
        const auto others = std::filesystem::status(path).permissions() & std::filesystem::perms::others_exec;
        if (others != std::filesystem::perms::none) continue;
        throw std::runtime_error{"the sandbox's user cannot enter '" + path.string() +
                                 "'; choose another folder for temporary files, such as TMPDIR=/tmp, or run chmod o+x"};
    }
}

void Sandbox::give(const std::filesystem::path& folder) const {
    if (!is_another_user()) return;
    succeeded(::chown(folder.c_str(), user(), user()), folder.string());
}

Process Sandbox::start(const Command& command) const {
    std::vector<std::string> words = level_ == Level::bubblewrap ? bubblewrap(command) : command.words;
    std::vector<std::string> environment = command.environment;
    const std::vector<char*> word_pointers = null_terminated(words);
    const std::vector<char*> environment_pointers = null_terminated(environment);
    const uid_t other_user = is_another_user() ? user() : uid_t{0};
    const pid_t parent = ::getpid();
    const pid_t child = succeeded(::fork(), "fork");
    if (child == 0) become(command, parent, other_user, word_pointers.data(), environment_pointers.data());
    return Process{child};
}

}  // namespace reductions
