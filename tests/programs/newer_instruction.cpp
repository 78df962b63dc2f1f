// Stands in for a program that was built for a newer processor:
//     newer_instruction missing    executes an instruction that no processor has
//     newer_instruction ud2        executes what compilers put where a program must never arrive
//     newer_instruction sent       sends the signal to itself
#include "programs/illegal_instruction.hpp"

#include <csignal>
#include <cstring>

#include <unistd.h>

int main(int, char** arguments) {
    reductions::explain_illegal_instructions();
    if (std::strcmp(arguments[1], "sent") == 0) kill(getpid(), SIGILL);
    if (std::strcmp(arguments[1], "ud2") == 0) asm volatile("ud2");
    asm volatile(".byte 0x06");  // push %es, which x86-64 does not have
    return 0;
}
