// A handler for SIGBUS, the signal for bytes of a mapped file that cannot be delivered. We could read files into memory
// first, and get an error code instead. But then a file could not be larger than memory, and reading would take twice
// as long.
//
// A signal handler cannot unwind a variant's threads, so it ends the process. It only does what POSIX allows in a
// signal handler: nothing that allocates or locks.
#include "arrays/lost_bytes.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <string_view>

#include "arrays/mapped_file.hpp"
#include "arrays/printable.hpp"

namespace reductions {
namespace {

std::string beginning;  // of the message
std::atomic_flag reported;

iovec piece(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }

void handle(int signal, siginfo_t* info, void*) {
    const MappedFile* const file = MappedFile::at(info->si_addr);
    if (file == nullptr) {  // not one of our files: the same as without a handler
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    while (reported.test_and_set()) pause();  // another thread is reporting, and ends the process
    const std::array line = {piece(beginning), piece(file->name()),
                             piece("' was cut short while it was in use, or its disk cannot be read\n")};
    if (writev(STDERR_FILENO, line.data(), line.size()) < 0) _exit(2);  // the exit status is all that can be reported
    _exit(2);
}

}  // namespace

void report_lost_bytes(const std::string& program, const std::string& before) {
    beginning = before + printable(program) + ": '";
    struct sigaction action {};
    action.sa_sigaction = handle;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGBUS, &action, nullptr);
}

}  // namespace reductions
