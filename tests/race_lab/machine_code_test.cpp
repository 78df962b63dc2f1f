// The loop in a disassembly, and where the accumulator lives: on small pieces of objdump's output.
#include "race_lab/machine_code.hpp"

#include "catch.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

// What objdump prints of a function with this loop, whose first instruction is at address 10.
std::string disassembly(const std::string& loop) {
    return "0000000000000000 <sum<long>(long) [clone ._omp_fn.0]>:\n"
           "sum<long>(long):\n"
           "/project/src/variants/races/sum.cpp:7\n"
           "   0:\tmov    (%rdi),%rax\n"
           "/project/src/contract/element.hpp:40 (discriminator 1)\n"
           "  10:\timul   %rcx,%rcx\n"
           "sum<long>(long):\n"
           "/project/src/variants/races/sum.cpp:8\n" +
           loop +
           "  40:\tjne    10 <sum<long>(long) [clone ._omp_fn.0]+0x10>\n"
           "  42:\tmov    %rax,(%rdi)\n"
           "  44:\tret\n";
}

Accumulator accumulator_of(const std::string& loop) {
    return parse_loop(disassembly(loop), "src/variants/races/sum.cpp").accumulator;
}

}  // namespace

TEST_CASE("a loop that writes nothing has its accumulator in a register", "[measure]") {
    const Loop loop = parse_loop(disassembly("  14:\tadd    %rcx,%rax\n"), "src/variants/races/sum.cpp");
    CHECK(loop.accumulator == Accumulator::in_register);
    CHECK(loop.lines == std::vector<std::size_t>{8});
    REQUIRE(loop.instructions.size() == 3);
    CHECK(loop.instructions[1].text == "add    %rcx,%rax");
    CHECK(!loop.instructions[1].writes_shared_memory);
}

TEST_CASE("where the accumulator lives is told from what the loop reads and writes", "[measure]") {
    CHECK(accumulator_of("  14:\tadd    %rcx,%rax\n  18:\tmov    %rax,(%rdi)\n") == Accumulator::stored_every_step);
    CHECK(accumulator_of("  14:\tadd    %rcx,(%rdi)\n") == Accumulator::in_memory);
    CHECK(accumulator_of("  14:\tadd    (%rdi),%rcx\n  18:\tmov    %rcx,(%rdi)\n") == Accumulator::in_memory);
    CHECK(accumulator_of("  14:\tlock add %rcx,(%rdi)\n") == Accumulator::updated_atomically);
    CHECK(accumulator_of("  14:\tadd    %rcx,0x8(%rsp)\n") == Accumulator::on_own_stack);
    CHECK(accumulator_of("  14:\tcall   19 <x>\n\t\t\t15: R_X86_64_PLT32\tGOMP_critical_start-0x4\n") ==
          Accumulator::updated_atomically);
}

TEST_CASE("code that lies within a loop's addresses and does not lead back to it is not of the loop", "[measure]") {
    const Loop loop = parse_loop(disassembly("  14:\tjb     30 <sum+0x30>\n"
                                             "  18:\tlock add %rcx,(%rdi)\n"
                                             "  1c:\tret\n"
                                             "  30:\tadd    %rcx,%rax\n"),
                                 "src/variants/races/sum.cpp");
    CHECK(loop.accumulator == Accumulator::in_register);
    CHECK(loop.instructions.size() == 4);
}

TEST_CASE("of several loops over int64 the vectorised one is shown", "[measure]") {
    std::string scalar = disassembly("  14:\tadd    %rcx,%rax\n");
    const std::string vectorised = disassembly("  14:\tvpaddq %ymm0,%ymm1,%ymm1\n");
    CHECK(parse_loop(scalar + vectorised, "src/variants/races/sum.cpp").instructions[1].text ==
          "vpaddq %ymm0,%ymm1,%ymm1");
    CHECK(parse_loop(vectorised + scalar, "src/variants/races/sum.cpp").instructions[1].text ==
          "vpaddq %ymm0,%ymm1,%ymm1");
}

TEST_CASE("a disassembly without a loop over int64 is refused", "[measure]") {
    CHECK_THROWS_AS(parse_loop("", "src/variants/races/sum.cpp"), NoMachineCode);
    CHECK_THROWS_AS(parse_loop("0000000000000000 <f>:\n   0:\tret\n", "src/variants/races/sum.cpp"), NoMachineCode);
}

TEST_CASE("another machine's code is refused by its name", "[measure]") {
    const auto parsed = [](const std::string& format) {
        return parse_loop("sum.o:     file format " + format + "\n\n" + disassembly("  14:\tadd    %rcx,%rax\n"),
                          "src/variants/races/sum.cpp");
    };
    CHECK(parsed("elf64-x86-64").accumulator == Accumulator::in_register);
    CHECK_THROWS_WITH(parsed("elf64-littleaarch64"), ContainsSubstring("elf64-littleaarch64"));
}
