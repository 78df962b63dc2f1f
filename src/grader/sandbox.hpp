// Starts programs that may be hostile: compilers of submissions, and workers.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "grader/descriptor.hpp"

namespace reductions {

// How well the machine is protected from a submission.
enum class Level {
    protocol,    // A: the protocol, limits and the filter of system calls; for one's own code
    bubblewrap,  // B: in addition, its own view of files, processes and network, and another user if started as root
    other_user,  // C: another user instead, where bubblewrap cannot work
};

// One line for a report, such as "B: bubblewrap, another user, filtered system calls".
std::string description(Level level);

// What a process may use. 0 means no limit.
struct Limits {
    std::uint64_t data_bytes = 0;  // not for ThreadSanitizer, which reserves a large part of the address space
    std::uint64_t file_bytes = 0;
    std::uint64_t processor_seconds = 0;
    std::uint64_t processes = 0;  // and threads; only counted if the user is another one
};

// A file or a folder that a process sees under another name.
struct Visible {
    std::filesystem::path here;
    std::filesystem::path there;
};

struct Command {
    std::vector<std::string> words;               // the first one is the program's path
    std::vector<std::string> environment = {};    // NAME=VALUE
    std::vector<Visible> files = {};              // that it reads; without bubblewrap `there` is not used
    Visible writable = {};                        // a folder in which it writes, if any
    std::vector<int> descriptors = {-1, -1, -1};  // descriptors[i] becomes descriptor i; -1 stands for /dev/null
    Limits limits = {};
    bool fixed_addresses = false;  // some versions of ThreadSanitizer fail if addresses are random
    bool adopted = false;          // whether replace_by() follows: bubblewrap's end must not end the program
};

// A started process and everything that it starts. All of it is gone at the end of this object's life. The kernel also
// ends it with the thread that started it.
class Process {
public:
    Process() = default;
    explicit Process(pid_t id) : id_{id}, group_{id} {}
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    Process(Process&& other) noexcept;
    Process& operator=(Process&& other) noexcept;
    ~Process();

    pid_t id() const { return id_; }

    // From now on this object stands for a process that the started one has started, and the started one is gone.
    void replace_by(pid_t child);

    // Stops all its threads, and returns when they stand still. False if it has ended instead.
    bool freeze();
    void thaw();

    // Its status as waitpid gives it, if it has ended.
    bool has_ended();
    // Waits for its end until then. False if it still runs.
    bool wait_until(std::chrono::steady_clock::time_point deadline);
    int status() const { return status_; }

private:
    bool wait(int options);
    void kill();

    pid_t id_ = 0;     // 0 if it has ended
    pid_t group_ = 0;  // its process group
    int status_ = 0;
    bool frozen_ = false;
};

// A place for one submission at a time. Submissions that are examined in parallel need different places, because the
// kernel counts processes and threads by user.
class Sandbox {
public:
    // Whether a level can be had here. Tries it.
    static bool works(Level level);
    // The strongest level that works here.
    static Level strongest();

    Sandbox(Level level, std::size_t place) : level_{level}, place_{place} {}

    Level level() const { return level_; }

    // How a program in this place sees a file.
    std::filesystem::path seen(const Visible& file) const {
        return level_ == Level::bubblewrap ? file.there : file.here;
    }

    // Throws std::runtime_error if the user of this sandbox cannot enter a folder, because it or one above it is
    // closed.
    void require_reachable(const std::filesystem::path& folder) const;

    // Lets the place's user read and write a folder.
    void give(const std::filesystem::path& folder) const;

    // Starts a program with this command. Throws std::system_error.
    Process start(const Command& command) const;

private:
    bool is_another_user() const;
    uid_t user() const;

    Level level_;
    std::size_t place_;
};

}  // namespace reductions
