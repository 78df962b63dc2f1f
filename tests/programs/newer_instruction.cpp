// Stands in for a program that was built for a newer processor. It executes an instruction that no processor has:
//     newer_instruction missing | ud2       (compilers put ud2 where a program must never arrive)
#include "programs/illegal_instruction.hpp"

#include <cstring>

int main(int, char** arguments) {
    reductions::explain_illegal_instructions();
    if (std::strcmp(arguments[1], "ud2") == 0) asm volatile("ud2");
    asm volatile(".byte 0x06");  // push %es, which x86-64 does not have
    return 0;
}
