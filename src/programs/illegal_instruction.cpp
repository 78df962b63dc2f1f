// A program that was compiled with -march=native and copied to an older machine: its first instruction that is missing
// there raises SIGILL.
#include "programs/illegal_instruction.hpp"

#include <unistd.h>

#include <csignal>
#include <cstring>

namespace ssd {
namespace {

const char* name_of_program = "";

void write_text(const char* text) {
    if (write(STDERR_FILENO, text, std::strlen(text)) < 0) _exit(2);
}

// Calls only what a signal handler may call (signal-safety(7)).
void explain(int signal, siginfo_t* information, void*) {
    // Compilers put ud2 where a program must not arrive; no processor has that one, and somebody may have sent the
    // signal.
    const auto* const instruction = static_cast<const unsigned char*>(information->si_addr);
    const bool sent = information->si_code <= 0;
    if (sent || (instruction[0] == 0x0F && instruction[1] == 0x0B)) {
        std::signal(signal, SIG_DFL);
        raise(signal);
        return;
    }
    write_text(name_of_program);
    write_text(
        ": built for another processor, with instructions that this one does not have; build it on this machine\n");
    _exit(2);
}

}  // namespace

void explain_illegal_instructions(const char* program) {
    name_of_program = program;
    struct sigaction action {};
    action.sa_sigaction = explain;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGILL, &action, nullptr);
}

}  // namespace ssd
