// A handler for SIGBUS, the signal for bytes of a mapped file that are not there. We could read files into memory first
// and have an error code instead; but then they could not be larger than memory, and would be read in twice the time.
//
// A variant's threads cannot be unwound from inside of a signal handler, so it ends the process. It only does what
// POSIX allows there: nothing that allocates or locks.
#include "data/lost_bytes.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <string_view>

#include "data/mapped_file.hpp"
#include "data/printable.hpp"

namespace ssd {
namespace {

std::string beginning;  // of the line
std::atomic_flag reported;

iovec piece(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }

void handle(int signal, siginfo_t* info, void*) {
    const MappedFile* const file = MappedFile::at(info->si_addr);
    if (file == nullptr) {  // not about a file of ours: the same as without a handler
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    while (reported.test_and_set()) pause();  // another thread is at it, and ends this one too
    const std::array line = {piece(beginning), piece(file->name()),
                             piece("' was cut short while it was in use, or its disk cannot be read\n")};
    if (writev(STDERR_FILENO, line.data(), line.size()) < 0) _exit(2);  // the status is all that can be said
    _exit(2);
}

}  // namespace

void report_lost_bytes(const std::string& program) {
    // A line that shows progress may be there.
    beginning = (isatty(STDERR_FILENO) != 0 ? "\r\033[K" : "") + printable(program) + ": '";
    struct sigaction action {};
    action.sa_sigaction = handle;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGBUS, &action, nullptr);
}

}  // namespace ssd
