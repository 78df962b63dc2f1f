// The loop that a compiler made of a variant, and where the accumulator lives in it.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

// What a loop does with memory that other threads can see.
enum class Accumulator {
    in_register,         // nothing: the accumulator is read before the loop and written after it
    on_own_stack,        // the same, in code that is not optimised and has every variable on the stack
    stored_every_step,   // writes the accumulator in every step, and does not read it
    in_memory,           // reads and writes it in every step
    updated_atomically,  // the same, indivisibly
};

// One machine instruction, and what it does to the accumulator, if anything.
struct Instruction {
    std::string text;
    bool writes_shared_memory = false;
};

// The innermost loop over the elements, for int64.
struct Loop {
    std::vector<Instruction> instructions;
    std::vector<std::size_t> lines;  // of the variant's file that it was made of
    Accumulator accumulator = Accumulator::in_register;
};

// There is no loop to be shown; says why.
struct NoMachineCode : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The output of objdump (-d -r -C -l --no-show-raw-insn) for an object file that was made of `source`, compiled with -g
// for x86-64: the loop in it. Throws NoMachineCode where there is none, or the code is another machine's.
Loop parse_loop(const std::string& disassembly, std::string_view source);

// The same for the laboratory's object of a variant at a level of optimisation, such as -O2. `source` is the variant's
// file, relative to the folder of the sources. Throws NoMachineCode where objdump or the object is missing too.
Loop loop_of(std::string_view source, std::string_view level);

}  // namespace reductions
