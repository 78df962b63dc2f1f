// The loop that a compiler made of a variant, as machine code.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

struct Instruction {
    std::string text;
    std::size_t line = 0;  // of the variant's file; 0 if it comes from another file
    bool writes_shared_memory = false;
};

using Loop = std::vector<Instruction>;

// There is no loop to show. The message says why.
struct NoMachineCode : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Finds the loop over int64 elements in what objdump -d -r -C -l --no-show-raw-insn prints about an object file for
// x86-64 that was compiled from `source` with -g. Throws NoMachineCode if there is none, or if the code is for another
// processor.
Loop parse_loop(const std::string& disassembly, std::string_view source);

// Finds the loop of one of the laboratory's variants at a level of optimisation, such as -O2. `source` is the variant's
// file, relative to the folder of the sources. Also throws NoMachineCode if objdump or the object file is missing.
Loop loop_of(std::string_view source, std::string_view level);

}  // namespace reductions
