// A program that was compiled with -march=native and copied to an older machine: its first instruction that is missing
// there raises SIGILL. Compiled by hand, all files have such instructions, main included. So the functions here do
// without, and are there before CLI11 constructs its objects: 101 is the first priority that a program may have.
#include "programs/illegal_instruction.hpp"

#ifdef __x86_64__

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace reductions {
namespace {

[[gnu::target("no-avx")]] void write_text(const char* text) {
    if (write(STDERR_FILENO, text, std::strlen(text)) < 0) _exit(2);
}

// Calls only what a signal handler may call (signal-safety(7)).
[[gnu::target("no-avx")]] void explain(int signal, siginfo_t* information, void*) {
    // No processor has ud2. Compilers put it where a program must not arrive.
    const auto* const instruction = static_cast<const unsigned char*>(information->si_addr);
    const bool sent = information->si_code <= 0;  // by somebody, with kill
    if (sent || (instruction[0] == 0x0F && instruction[1] == 0x0B)) {
        std::signal(signal, SIG_DFL);
        raise(signal);
        return;
    }
    write_text(program_invocation_short_name);
    write_text(
        ": built for another processor, with instructions that this one does not have; build it on this machine\n");
    _exit(2);
}

}  // namespace

[[gnu::constructor(101), gnu::target("no-avx")]] void explain_illegal_instructions() {
    struct sigaction action;
    std::memset(&action, 0, sizeof action);
    action.sa_sigaction = explain;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGILL, &action, nullptr);
}

}  // namespace reductions

#else

void reductions::explain_illegal_instructions() {}

#endif
