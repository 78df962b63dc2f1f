// A program with an instruction that no processor has, as a program has that was built for a newer one:
//     newer_instruction missing | ud2       (ud2 is the one that compilers put where a program must not arrive)
#include "programs/illegal_instruction.hpp"

#include <cstring>

int main(int, char** arguments) {
    reductions::explain_illegal_instructions();
    if (std::strcmp(arguments[1], "ud2") == 0) asm volatile("ud2");
    asm volatile(".byte 0x06");  // push %es, which x86-64 has given up
    return 0;
}
