// Finds the loop of a variant in what objdump prints.
#include "race_lab/machine_code.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <span>
#include <sstream>
#include <tuple>
#include <utility>

#include "race_lab/shell.hpp"

namespace reductions {
namespace {

using Address = std::uint64_t;

struct Function {
    std::map<Address, Instruction> code;
    std::vector<std::pair<Address, Address>> steps;  // from an instruction to one that can be the next
};

bool any_matches(std::span<const Instruction> instructions, const char* pattern) {
    return std::any_of(instructions.begin(), instructions.end(), [regex = std::regex{pattern}](const Instruction& x) {
        return std::regex_search(x.text, regex);
    });
}

// Whether the instruction is atomic, or calls a function that locks or stores, or has its last operand in memory, but
// not on the stack. (AT&T syntax writes the destination last. Code that is not optimised addresses the stack with a
// negative distance from %rbp.)
bool writes_shared_memory(const Instruction& instruction) {
    return any_matches(
        {&instruction, 1},
        "^lock |^call .*<(GOMP_(critical|atomic)|__kmpc_(critical|atomic)|omp_set_lock)|^call .*::store\\(|"
        "^(?!cmp|test|lea|nop).*,(?!-0x[0-9a-f]+\\(%rbp)[-0-9a-fx]*\\((?!%rsp)[^),]*(,[^)]*)?\\)( |$)");
}

std::vector<Function> parse_functions(const std::string& disassembly, std::string_view source) {
    const std::regex head{"^[0-9a-f]+ <.*>:$"};
    const std::regex place{"^(/.*):([0-9]+)( \\(discriminator [0-9]+\\))?$"};
    const std::regex instruction{"^ *([0-9a-f]+):\t((j[a-z]+ +([0-9a-f]+)( |$))?.*[^ ]) *$"};
    const std::regex relocation{"^\t+[0-9a-f]+: R_[A-Z0-9_]+\t(.*?)([-+]0x[0-9a-f]+)?$"};
    std::vector<Function> functions(1);
    std::istringstream lines{disassembly};
    std::smatch match;
    std::size_t line_of_source = 0;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, head)) {
            functions.emplace_back();
        } else if (std::regex_match(line, match, instruction)) {
            auto& [code, steps] = functions.back();
            const Address address = std::stoull(match[1], nullptr, 16);
            if (!code.empty() && !any_matches({&code.rbegin()->second, 1}, "^(jmp|ret)"))
                steps.emplace_back(code.rbegin()->first, address);
            if (match[4].matched) steps.emplace_back(address, std::stoull(match[4], nullptr, 16));
            code[address] = {match[2], line_of_source};
        } else if (std::regex_match(line, match, relocation) && !functions.back().code.empty()) {
            auto& [code, steps] = functions.back();
            auto& [address, last] = *code.rbegin();
            last.text = last.text.substr(0, last.text.find(" <")) + " <" + match[1].str() + '>';
            if (!steps.empty() && steps.back().first == address) steps.pop_back();  // the jump leaves the function
        } else if (std::regex_match(line, match, place)) {
            line_of_source = match[1].str().ends_with(source) ? std::stoull(match[2]) : 0;
        }
    }
    return functions;
}

// What can run after an instruction, or before it.
std::set<Address> reachable(const Function& function, Address start, bool forwards) {
    std::set<Address> reached{start};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const auto& [from, to] : function.steps) {
            if (reached.contains(forwards ? from : to)) reached.insert(forwards ? to : from);
        }
    }
    return reached;
}

// Everything that can run between two instructions.
Loop between(const Function& function, Address begin, Address end) {
    const std::set<Address> after = reachable(function, begin, true);
    const std::set<Address> before = reachable(function, end, false);
    Loop loop;
    for (const auto& [address, instruction] : function.code) {
        if (after.contains(address) && before.contains(address)) loop.push_back(instruction);
    }
    return loop;
}

// Loops without a square come last. The loop over int64 squares 64-bit integers, or 32-bit integers if the sum keeps
// only 32 bits. A vectorised loop comes before the loop over its tail. Code that is not optimised calls a function for
// the square; clang++ 19 mangles its name in a way that objdump 2.44 does not know.
std::tuple<int, int, std::ptrdiff_t> rank(const Loop& loop) {
    const auto has = [&](const char* pattern) { return any_matches(loop, pattern); };
    if (!has("^imul |^v?pmul|squared_difference(<(long|int)>|ITkNS_7ElementE[li]E)")) return {};
    const bool of_64_bits =
        has("^imul .*%r([a-z]{2}|[0-9]+)$|^vpmullq |^v?pmuludq |"
            "squared_difference(<long>|ITkNS_7ElementElE)");
    return {of_64_bits ? 2 : 1, has("%zmm") ? 3 : has("%ymm") ? 2 : has("%xmm") ? 1 : 0, -std::ssize(loop)};
}

}  // namespace

Loop parse_loop(const std::string& disassembly, std::string_view source) {
    std::smatch match;
    if (std::regex_search(disassembly, match, std::regex{"file format (.+)"}) && !match.str(1).ends_with("x86-64"))
        throw NoMachineCode{"only machine code for x86-64 can be explained, not " + match.str(1)};
    Loop best;
    for (const Function& function : parse_functions(disassembly, source)) {
        for (const auto& [from, to] : function.steps) {
            if (to > from) continue;  // only a step back closes a loop
            Loop loop = between(function, to, from);
            if (rank(loop) > rank(best)) best = std::move(loop);
        }
    }
    if (best.empty()) throw NoMachineCode{"no loop over int64 elements was found in the disassembly"};
    for (Instruction& instruction : best) instruction.writes_shared_memory = writes_shared_memory(instruction);
    return best;
}

Loop loop_of(std::string_view source, std::string_view level) {
    const std::string folder = "laboratory_" + std::string{level.substr(1)} + ".dir" CONFIGURATION_FOLDER;
    const std::filesystem::path object = std::filesystem::path{OBJECTS_FOLDER} / folder / (std::string{source} + ".o");
    if (!std::filesystem::exists(object))
        throw NoMachineCode{"the object file '" + object.string() + "' no longer exists"};
    const std::string text =
        run_command("objdump -d -r -C -l --no-show-raw-insn " + quoted(object.string()) + " 2>/dev/null").output;
    if (text.empty())
        throw NoMachineCode{"objdump is not installed or cannot read this code; Debian's package is binutils"};
    return parse_loop(text, source);
}

}  // namespace reductions
