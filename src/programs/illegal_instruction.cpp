// If a program was built for a newer processor than the one that runs it, the first instruction that is missing there
// raises SIGILL. The whole program may contain such instructions, main included. So the functions here use none of
// them, and run before CLI11 constructs its objects: 101 is the first priority that a program may use.
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

// The highest level of x86-64 that this processor has. The levels are those of the System V ABI, and compilers know
// them by these names.
[[gnu::target("no-avx")]] const char* level_of_this_processor() {
    __builtin_cpu_init();
    const bool has_level_2 = __builtin_cpu_supports("sse4.2") != 0 && __builtin_cpu_supports("popcnt") != 0;
    const bool has_level_3 = has_level_2 && __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 &&
                             __builtin_cpu_supports("bmi2") != 0;
    const bool has_level_4 = has_level_3 && __builtin_cpu_supports("avx512bw") != 0 &&
                             __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
    if (has_level_4) return "x86-64-v4";
    if (has_level_3) return "x86-64-v3";
    return has_level_2 ? "x86-64-v2" : "x86-64";
}

// Calls only what a signal handler may call (signal-safety(7)).
[[gnu::target("no-avx")]] void explain(int signal, siginfo_t* information, void*) {
    // ud2 is invalid on every processor. Compilers put it in places that a program must not reach.
    const auto* const instruction = static_cast<const unsigned char*>(information->si_addr);
    const bool sent = information->si_code <= 0;  // by somebody, with kill
    if (sent || (instruction[0] == 0x0F && instruction[1] == 0x0B)) {
        std::signal(signal, SIG_DFL);
        raise(signal);
        return;
    }
    write_text(program_invocation_short_name);
    write_text(": built for another processor (" BUILT_WITH  // by CMake: the option that names the instruction set
               "), and this one lacks some of its instructions; build it with make ARCH=");
    write_text(level_of_this_processor());
    write_text("\n");
    _exit(2);
}

// g++ forgets the priority if the function has been declared without it, as in the header.
[[gnu::constructor(101), gnu::target("no-avx")]] void before_anything_else() { explain_illegal_instructions(); }

}  // namespace

[[gnu::target("no-avx")]] void explain_illegal_instructions() {
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
