// The loop that a compiler made of a variant: found in what objdump prints.
#include "measure/machine_code.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "measure/shell.hpp"

namespace ssd {
namespace {

// An instruction with what objdump says of where it comes from.
struct Disassembled {
    std::uint64_t address = 0;
    std::string text;
    std::size_t line = 0;   // of the variant's file; 0 for another one's
    bool of_int64 = false;  // made of the term for int64
};

struct Function {
    std::vector<Disassembled> instructions;
    bool has_frame = false;  // %rbp points to its stack frame: code that is not optimised
};

std::vector<Function> parse_functions(const std::string& disassembly, std::string_view source) {
    const std::regex head{"^[0-9a-f]+ <.*>:$"};
    const std::regex place{"^(/.*):([0-9]+)( \\(discriminator [0-9]+\\))?$"};
    const std::regex instruction{"^ *([0-9a-f]+):\t(.*[^ ]) *$"};
    const std::regex relocation{"^\t+[0-9a-f]+: R_[A-Z0-9_]+\t(.*?)([-+]0x[0-9a-f]+)?$"};  // what a call is to
    const auto is_of_int64 = [](const std::string& text) { return text.find("difference<long>") != std::string::npos; };
    std::vector<Function> functions;
    std::istringstream lines{disassembly};
    std::smatch match;
    std::size_t line_of_source = 0;
    bool of_int64 = false;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, head)) {
            functions.emplace_back();
            of_int64 = false;
        } else if (functions.empty()) {
            continue;
        } else if (std::regex_match(line, match, instruction)) {
            const std::string text = match[2];
            functions.back().has_frame |= text.find("%rsp,%rbp") != std::string::npos;
            functions.back().instructions.push_back(
                {std::stoull(match[1], nullptr, 16), text, line_of_source, of_int64});
        } else if (std::regex_match(line, match, relocation) && !functions.back().instructions.empty()) {
            Disassembled& last = functions.back().instructions.back();
            last.text = last.text.substr(0, last.text.find(" <")) + " <" + match[1].str() + '>';
            last.of_int64 |= is_of_int64(match[1]);
        } else if (std::regex_match(line, match, place)) {
            line_of_source = match[1].str().ends_with(source) ? std::stoull(match[2]) : 0;
        } else if (line.ends_with(':')) {  // the C++ function that what follows was inlined from
            of_int64 = is_of_int64(line);
        }
    }
    return functions;
}

using Instructions = std::vector<Disassembled>;

// Where each instruction may be followed from: the one before it, unless that always goes elsewhere, and jumps to it.
std::vector<std::vector<std::size_t>> predecessors_of(const Instructions& all) {
    const std::regex jump{"^j[a-z]+ +([0-9a-f]+) .*"};
    std::vector<std::vector<std::size_t>> predecessors(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool falls_through = !all[i].text.starts_with("jmp") && !all[i].text.starts_with("ret");
        if (falls_through && i + 1 < all.size()) predecessors[i + 1].push_back(i);
        std::smatch match;
        if (!std::regex_match(all[i].text, match, jump)) continue;
        const std::uint64_t target = std::stoull(match[1], nullptr, 16);
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& x) { return x.address == target; });
        if (found != all.end()) predecessors[static_cast<std::size_t>(found - all.begin())].push_back(i);
    }
    return predecessors;
}

// The loops of a function over elements of int64: for each jump backwards, what leads to it from its target. Where one
// is around another, the inner one.
std::vector<Instructions> loops_of(const Function& function) {
    const Instructions& all = function.instructions;
    const std::vector<std::vector<std::size_t>> predecessors = predecessors_of(all);
    std::vector<std::set<std::size_t>> loops;
    for (std::size_t target = 0; target < all.size(); ++target) {
        for (const std::size_t jump : predecessors[target]) {
            if (jump < target) continue;
            std::set<std::size_t> loop{target};
            for (std::vector<std::size_t> open{jump}; !open.empty();) {
                const std::size_t next = open.back();
                open.pop_back();
                if (!loop.insert(next).second) continue;
                open.insert(open.end(), predecessors[next].begin(), predecessors[next].end());
            }
            if (std::any_of(loop.begin(), loop.end(), [&](std::size_t i) { return all[i].of_int64; }))
                loops.push_back(loop);
        }
    }
    std::vector<Instructions> innermost;
    for (const std::set<std::size_t>& loop : loops) {
        const bool around_another = std::any_of(loops.begin(), loops.end(), [&](const auto& other) {
            return other != loop && std::includes(loop.begin(), loop.end(), other.begin(), other.end());
        });
        if (around_another) continue;
        innermost.emplace_back();
        for (const std::size_t i : loop) innermost.back().push_back(all[i]);
    }
    return innermost;
}

// The widest registers in use, in bits: a vectorised loop is the one that does the work.
int width(const Instructions& loop) {
    const auto uses = [&](const char* name) {
        return std::any_of(loop.begin(), loop.end(),
                           [&](const auto& x) { return x.text.find(name) != std::string::npos; });
    };
    return uses("%zmm") ? 512 : uses("%ymm") ? 256 : uses("%xmm") ? 128 : 64;
}

// An operand in memory; empty where there is none. AT&T syntax: what is written comes last.
struct MemoryAccess {
    std::string operand;
    bool written = false;
    bool on_stack = false;  // of this thread, that is, where no other one looks
};

MemoryAccess memory_access(const std::string& text, bool has_frame) {
    const std::regex operand{"(-?0x[0-9a-f]+)?\\(%([a-z0-9]+)[^)]*\\)"};
    std::smatch match;
    if (text.starts_with("lea") || text.starts_with("nop") || text.starts_with("call") || text.starts_with("cmp") ||
        text.starts_with("test") || !std::regex_search(text, match, operand)) {
        return {};
    }
    const bool last = match.suffix().str().find(',') == std::string::npos;
    return {.operand = match[0],
            .written = last && text.find(',') != std::string::npos,
            .on_stack = match[2] == "rsp" || (has_frame && match[2] == "rbp")};
}

// An indivisible update, or a call of what makes it so.
bool is_indivisible(const std::string& text) {
    static const std::regex pattern{
        "^(lock .*|call .*<(GOMP_(critical|atomic)|__kmpc_(critical|atomic)|omp_set_lock).*)"};
    return std::regex_match(text, pattern);
}

Loop describe(const Instructions& loop, bool has_frame) {
    Loop described;
    std::set<std::size_t> lines;
    std::set<std::string> read;
    std::set<std::string> written;
    bool indivisible = false;
    bool changed_in_place = false;
    bool stack_used = false;
    bool stack_written = false;
    for (const Disassembled& instruction : loop) {
        const MemoryAccess access = memory_access(instruction.text, has_frame);
        const bool atomic = is_indivisible(instruction.text);
        const bool store =
            (access.written && !access.on_stack) || instruction.text.find("::store(") != std::string::npos;
        indivisible |= atomic;
        changed_in_place |= store && instruction.text.find("mov") == std::string::npos;
        stack_used |= access.on_stack;
        stack_written |= access.written && access.on_stack;
        if (!access.on_stack) (access.written ? written : read).insert(access.operand);
        if (instruction.line != 0) lines.insert(instruction.line);
        described.instructions.push_back({instruction.text, atomic || store});
    }
    const bool stores = std::any_of(described.instructions.begin(), described.instructions.end(),
                                    [](const Instruction& x) { return x.writes_shared_memory; });
    const bool reads_what_it_writes =
        std::any_of(written.begin(), written.end(), [&](const std::string& operand) { return read.contains(operand); });
    described.lines.assign(lines.begin(), lines.end());
    described.accumulator = [&] {
        if (indivisible) return Accumulator::updated_atomically;
        if (!stores) return stack_written ? Accumulator::on_own_stack : Accumulator::in_register;
        return changed_in_place || reads_what_it_writes || stack_used ? Accumulator::in_memory
                                                                      : Accumulator::stored_every_step;
    }();
    return described;
}

}  // namespace

Loop parse_loop(const std::string& disassembly, std::string_view source) {
    const std::vector<Function> functions = parse_functions(disassembly, source);
    Instructions widest;
    bool has_frame = false;
    for (const Function& function : functions) {
        for (const Instructions& loop : loops_of(function)) {
            if (!widest.empty() && width(loop) <= width(widest)) continue;
            widest = loop;
            has_frame = function.has_frame;
        }
    }
    if (widest.empty()) throw NoMachineCode{"no loop over int64 elements was found in the disassembly"};
    return describe(widest, has_frame);
}

Loop loop_of(std::string_view source, std::string_view level) {
    const std::filesystem::path object = std::filesystem::path{OBJECTS_FOLDER} /
                                         ("laboratory_" + std::string{level.substr(1)} + ".dir") /
                                         (std::string{source} + ".o");
    if (!std::filesystem::exists(object))
        throw NoMachineCode{"the object '" + object.string() + "' is not there any more"};
    const std::string text =
        run_command("objdump -d -r -C -l --no-show-raw-insn " + quoted(object.string()) + " 2>/dev/null").output;
    if (text.empty())
        throw NoMachineCode{
            "objdump is not installed, or cannot read this machine's code; Debian's package is binutils"};
    return parse_loop(text, source);
}

}  // namespace ssd
