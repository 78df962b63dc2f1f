// The loop that a compiler made of a variant: found in what objdump prints.
#include "race_lab/machine_code.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "race_lab/shell.hpp"

namespace reductions {
namespace {

// An instruction with what objdump says of where it comes from.
struct Disassembled {
    std::uint64_t address = 0;
    std::string text;
    std::size_t line = 0;    // of the variant's file; 0 for another one's
    bool elsewhere = false;  // it names a function of another file, as a call or a jump does that does not come back

    // Whether it squares an integer of 64 bits, or calls the function that does.
    bool squares_long() const {
        static const std::regex pattern{
            "imul +.*%r([a-z]{2}|[0-9]+)|vpmullq .*|v?pmuludq .*|.*squared_difference<long>.*"};
        return std::regex_match(text, pattern);
    }

    // Whether it squares an integer of any width.
    bool squares_integer() const {
        static const std::regex pattern{"imul .*|v?pmul.*|.*squared_difference<(long|int)>.*"};
        return std::regex_match(text, pattern);
    }
};

struct Function {
    std::vector<Disassembled> instructions;
    bool has_frame = false;  // %rbp points to its stack frame, and is no register for anything else
};

std::vector<Function> parse_functions(const std::string& disassembly, std::string_view source) {
    const std::regex head{"^[0-9a-f]+ <.*>:$"};
    const std::regex place{"^(/.*):([0-9]+)( \\(discriminator [0-9]+\\))?$"};
    const std::regex instruction{"^ *([0-9a-f]+):\t(.*[^ ]) *$"};
    const std::regex relocation{"^\t+[0-9a-f]+: R_[A-Z0-9_]+\t(.*?)([-+]0x[0-9a-f]+)?$"};  // what a call is to
    std::vector<Function> functions;
    std::istringstream lines{disassembly};
    std::smatch match;
    std::size_t line_of_source = 0;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, head)) {
            functions.emplace_back();
        } else if (functions.empty()) {
            continue;
        } else if (std::regex_match(line, match, instruction)) {
            const std::string text = match[2];
            functions.back().has_frame |= text.find("%rsp,%rbp") != std::string::npos;
            functions.back().instructions.push_back({std::stoull(match[1], nullptr, 16), text, line_of_source});
        } else if (std::regex_match(line, match, relocation) && !functions.back().instructions.empty()) {
            Disassembled& last = functions.back().instructions.back();
            last.elsewhere = true;
            last.text = last.text.substr(0, last.text.find(" <")) + " <" + match[1].str() + '>';
        } else if (std::regex_match(line, match, place)) {
            line_of_source = match[1].str().ends_with(source) ? std::stoull(match[2]) : 0;
        }
    }
    return functions;
}

using Instructions = std::vector<Disassembled>;

// Which instructions may follow each one: the next, unless it always goes elsewhere, and where it jumps to.
using Graph = std::vector<std::vector<std::size_t>>;

Graph successors_in(const Instructions& all) {
    const std::regex jump{"^j[a-z]+ +([0-9a-f]+) .*"};
    Graph successors(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool falls_through = !all[i].text.starts_with("jmp") && !all[i].text.starts_with("ret");
        if (falls_through && i + 1 < all.size()) successors[i].push_back(i + 1);
        std::smatch match;
        if (all[i].elsewhere || !std::regex_match(all[i].text, match, jump)) continue;
        const std::uint64_t target = std::stoull(match[1], nullptr, 16);
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& x) { return x.address == target; });
        if (found != all.end()) successors[i].push_back(static_cast<std::size_t>(found - all.begin()));
    }
    return successors;
}

Graph reversed(const Graph& graph) {
    Graph back(graph.size());
    for (std::size_t from = 0; from < graph.size(); ++from) {
        for (const std::size_t to : graph[from]) back[to].push_back(from);
    }
    return back;
}

// What can be reached from `start` in one step or more.
std::set<std::size_t> reachable(const Graph& graph, std::size_t start) {
    std::set<std::size_t> reached;
    std::vector<std::size_t> open = graph[start];
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        if (reached.insert(next).second) open.insert(open.end(), graph[next].begin(), graph[next].end());
    }
    return reached;
}

// The loops of a function in which an instruction `squares`: what can be reached from it and leads back to it.
std::vector<Instructions> loops_of(const Function& function, bool (Disassembled::*squares)() const) {
    const Instructions& all = function.instructions;
    const Graph forwards = successors_in(all);
    const Graph backwards = reversed(forwards);
    std::vector<Instructions> loops;
    std::set<std::size_t> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!(all[i].*squares)() || seen.contains(i)) continue;
        const std::set<std::size_t> before = reachable(backwards, i);
        Instructions loop;
        for (const std::size_t after : reachable(forwards, i)) {
            if (!before.contains(after)) continue;
            loop.push_back(all[after]);
            seen.insert(after);
        }
        if (!loop.empty()) loops.push_back(loop);
    }
    return loops;
}

// The widest registers in use, in bits: a vectorised loop is the one that does the work.
int width(const Instructions& loop) {
    const auto uses = [&](const char* name) {
        return std::any_of(loop.begin(), loop.end(),
                           [&](const auto& x) { return x.text.find(name) != std::string::npos; });
    };
    return uses("%zmm") ? 512 : uses("%ymm") ? 256 : uses("%xmm") ? 128 : 64;
}

// An operand in memory; its place is empty where there is none. AT&T syntax: what is written comes last.
struct MemoryAccess {
    std::string place;  // what tells one operand from another
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
    // Code that is not optimised has the address in another register each time, at the same distance.
    const bool indexed = match[0].str().find(',') != std::string::npos;
    return {.place = indexed ? match[0].str() : match[1].str() + "()",
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
    bool stack_written = false;
    for (const Disassembled& instruction : loop) {
        const MemoryAccess access = memory_access(instruction.text, has_frame);
        const bool atomic = is_indivisible(instruction.text);
        const bool store =
            (access.written && !access.on_stack) || instruction.text.find("::store(") != std::string::npos;
        indivisible |= atomic;
        changed_in_place |= store && instruction.text.find("mov") == std::string::npos;
        stack_written |= access.written && access.on_stack;
        if (!access.on_stack) (access.written ? written : read).insert(access.place);
        if (instruction.line != 0) lines.insert(instruction.line);
        described.instructions.push_back({instruction.text, atomic || store});
    }
    const bool stores = std::any_of(described.instructions.begin(), described.instructions.end(),
                                    [](const Instruction& x) { return x.writes_shared_memory; });
    const bool reads_what_it_writes =
        std::any_of(written.begin(), written.end(), [&](const std::string& place) { return read.contains(place); });
    described.lines.assign(lines.begin(), lines.end());
    described.accumulator = [&] {
        if (indivisible) return Accumulator::updated_atomically;
        if (!stores) return stack_written ? Accumulator::on_own_stack : Accumulator::in_register;
        return changed_in_place || reads_what_it_writes ? Accumulator::in_memory : Accumulator::stored_every_step;
    }();
    return described;
}

}  // namespace

Loop parse_loop(const std::string& disassembly, std::string_view source) {
    const std::regex format{"file format (.+)"};
    std::smatch match;
    if (std::regex_search(disassembly, match, format) && match.str(1).find("x86-64") == std::string::npos)
        throw NoMachineCode{"the machine code of x86-64 can be explained, that of " + match.str(1) + " cannot"};
    const std::vector<Function> functions = parse_functions(disassembly, source);
    Instructions widest;
    bool has_frame = false;
    // Where the sum is cut off to 32 bits, a compiler may square with no more than these; int64 is compiled first.
    for (const auto squares : {&Disassembled::squares_long, &Disassembled::squares_integer}) {
        for (const Function& function : functions) {
            for (const Instructions& loop : loops_of(function, squares)) {
                if (!widest.empty() && width(loop) <= width(widest)) continue;
                widest = loop;
                has_frame = function.has_frame;
            }
            if (squares == &Disassembled::squares_integer && !widest.empty()) break;
        }
        if (!widest.empty()) return describe(widest, has_frame);
    }
    throw NoMachineCode{"no loop over int64 elements was found in the disassembly"};
}

Loop loop_of(std::string_view source, std::string_view level) {
    const std::string folder = "laboratory_" + std::string{level.substr(1)} + ".dir" CONFIGURATION_FOLDER;
    const std::filesystem::path object = std::filesystem::path{OBJECTS_FOLDER} / folder / (std::string{source} + ".o");
    if (!std::filesystem::exists(object))
        throw NoMachineCode{"the object '" + object.string() + "' is not there any more"};
    const std::string text =
        run_command("objdump -d -r -C -l --no-show-raw-insn " + quoted(object.string()) + " 2>/dev/null").output;
    if (text.empty()) {
        throw NoMachineCode{
            "objdump is not installed, or cannot read this machine's code; Debian's package is binutils"};
    }
    return parse_loop(text, source);
}

}  // namespace reductions
