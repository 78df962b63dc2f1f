// Finds a loop and marks its accumulator, in small pieces of objdump's output.
#include "race_lab/machine_code.hpp"

#include "catch.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* source = "src/variants/races/sum.cpp";

// objdump's output for a function with this loop, whose first instruction is at address 10.
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

// The texts of the loop's marked instructions.
std::vector<std::string> marked(const std::string& loop) {
    std::vector<std::string> texts;
    for (const Instruction& instruction : parse_loop(disassembly(loop), source)) {
        if (instruction.writes_shared_memory) texts.push_back(instruction.text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a loop is shown with the lines of the variant's file that it comes from", "[machine_code]") {
    const Loop loop = parse_loop(disassembly("  14:\tadd    %rcx,%rax\n"), source);
    REQUIRE(loop.size() == 3);
    CHECK(loop[0].text == "imul   %rcx,%rcx");
    CHECK(loop[0].line == 0);
    CHECK(loop[1].text == "add    %rcx,%rax");
    CHECK(loop[1].line == 8);
}

TEST_CASE("instructions that write shared memory are marked", "[machine_code]") {
    CHECK(marked("  14:\tadd    %rcx,(%rdi)\n") == Texts{"add    %rcx,(%rdi)"});
    CHECK(marked("  14:\tadd    (%rdi),%rcx\n  18:\tmov    %rcx,0x8(%rdi,%rax,8)\n") ==
          Texts{"mov    %rcx,0x8(%rdi,%rax,8)"});
    CHECK(marked("  14:\tmov    %rcx,0x0(%rip)        # 1b <x>\n") == Texts{"mov    %rcx,0x0(%rip)        # 1b <x>"});
    CHECK(marked("  14:\tlock add %rcx,(%rdi)\n") == Texts{"lock add %rcx,(%rdi)"});
    CHECK(marked("  14:\tcall   19 <x>\n\t\t\t15: R_X86_64_PLT32\tGOMP_critical_start-0x4\n") ==
          Texts{"call   19 <GOMP_critical_start>"});
}

TEST_CASE("instructions that read, compare or write the stack are not marked", "[machine_code]") {
    for (const char* const instruction : {"add    (%rdi),%rcx", "cmp    %rcx,(%rdi)", "test   %rcx,(%rdi)",
                                          "lea    0x8(%rdi),%rcx", "nopw   0x0(%rax,%rax,1)", "add    %rcx,0x8(%rsp)",
                                          "mov    %rcx,-0x18(%rbp)", "vmovdqu (%rdi,%rax,1),%ymm0"}) {
        CHECK(marked("  14:\t" + std::string{instruction} + '\n').empty());
    }
}

TEST_CASE("instructions among the loop's addresses that do not lead back to it are left out", "[machine_code]") {
    const Loop loop = parse_loop(disassembly("  14:\tjb     30 <sum+0x30>\n"
                                             "  18:\tlock add %rcx,(%rdi)\n"
                                             "  1c:\tret\n"
                                             "  30:\tadd    %rcx,%rax\n"),
                                 source);
    CHECK(loop.size() == 4);
}

TEST_CASE("a loop that is laid out in pieces is shown whole", "[machine_code]") {
    const Loop loop = parse_loop(
        "0000000000000000 <f>:\n"
        "   0:\tmov    (%rdi),%rax\n"
        "   4:\tcmp    %rsi,%rdi\n"
        "   8:\tjne    20 <f+0x20>\n"
        "   c:\tret\n"
        "  10:\tadd    %rcx,%rax\n"
        "  14:\tjmp    4 <f+0x4>\n"
        "  20:\timul   %rcx,%rcx\n"
        "  24:\tjmp    10 <f+0x10>\n",
        source);
    CHECK(loop.size() == 6);
}

TEST_CASE("a jump to another function closes no loop", "[machine_code]") {
    const std::string code =
        "0000000000000000 <f>:\n"
        "   0:\timul   %rcx,%rcx\n"
        "   4:\tjmp    0 <f>\n";
    CHECK(parse_loop(code, source).size() == 2);
    CHECK_THROWS_AS(parse_loop(code + "\t\t\t5: R_X86_64_PLT32\tg-0x4\n", source), NoMachineCode);
}

TEST_CASE("if there are several loops over int64, the vectorised one is shown", "[machine_code]") {
    const std::string scalar = disassembly("  14:\tadd    %rcx,%rax\n");
    const std::string vectorised = disassembly("  14:\tvpaddq %ymm0,%ymm1,%ymm1\n");
    CHECK(parse_loop(scalar + vectorised, source)[1].text == "vpaddq %ymm0,%ymm1,%ymm1");
    CHECK(parse_loop(vectorised + scalar, source)[1].text == "vpaddq %ymm0,%ymm1,%ymm1");
}

TEST_CASE("of loops that call a function for the square, the one over int64 is shown", "[machine_code]") {
    const auto calling = [](const std::string& square, const std::string& sum) {
        std::string text = disassembly("  14:\tadd    " + sum + ",(%rdi)\n");
        return text.replace(text.find("imul   %rcx,%rcx\n"), 17,
                            "call   13 <x>\n\t\t\t11: R_X86_64_PLT32\t" + square + "-0x4\n");
    };
    const auto shown = [&](const std::string& of_int, const std::string& of_long) {
        return parse_loop(calling(of_int, "%ecx") + calling(of_long, "%rcx"), source).at(1).text;
    };
    CHECK(shown("squared_difference<int>(int, int)", "squared_difference<long>(long, long)") == "add    %rcx,(%rdi)");
    // As objdump 2.44 shows clang++ 19's names.
    CHECK(shown("_ZN10reductions18squared_differenceITkNS_7ElementEiEE",
                "_ZN10reductions18squared_differenceITkNS_7ElementElEE") == "add    %rcx,(%rdi)");
}

TEST_CASE("a disassembly without a loop over int64 is refused", "[machine_code]") {
    CHECK_THROWS_AS(parse_loop("", source), NoMachineCode);
    CHECK_THROWS_AS(parse_loop("0000000000000000 <f>:\n   0:\tret\n", source), NoMachineCode);
}

TEST_CASE("another machine's code is refused with the name of its format", "[machine_code]") {
    const auto parsed = [](const std::string& format) {
        return parse_loop("sum.o:     file format " + format + "\n\n" + disassembly("  14:\tadd    %rcx,%rax\n"),
                          source);
    };
    CHECK(parsed("elf64-x86-64").size() == 3);
    CHECK_THROWS_WITH(parsed("elf64-littleaarch64"), ContainsSubstring("elf64-littleaarch64"));
}
