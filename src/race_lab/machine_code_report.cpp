// A variant's loop as machine code, beside the C++ line that it was made of.
#include "race_lab/machine_code_report.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace reductions {
namespace {

// Of a loop with more instructions than these, only what leads up to a writing one is shown.
constexpr std::size_t most_shown = 30;
constexpr std::size_t shown_before = 5;

const char* in_words(Accumulator accumulator) {
    switch (accumulator) {
        case Accumulator::in_register:
            return "in a register while the loop runs; memory that others see is read before it and written after it.";
        case Accumulator::on_own_stack:
            return "on the thread's own stack while the loop runs; memory that others see is touched before and after.";
        case Accumulator::stored_every_step:
            return "in a register, and copied to memory in every step; what others wrote there meanwhile is not read.";
        case Accumulator::in_memory:
            return "in memory: every step reads it, adds, and writes it back.";
        case Accumulator::updated_atomically:
            return "in memory, and every step updates it indivisibly.";
    }
    return "?";
}

void print_source(std::ostream& out, const std::vector<std::size_t>& lines, std::string_view source) {
    std::ifstream file{std::filesystem::path{SOURCE_FOLDER} / source};
    std::string text;
    for (std::size_t number = 1; std::getline(file, text); ++number) {
        if (std::find(lines.begin(), lines.end(), number) == lines.end()) continue;
        out << "    " << source << ':' << number << ": "
            << text.substr(std::min(text.find_first_not_of(' '), text.size())) << '\n';
    }
}

// A jump's target by its address alone; a call's by the function's name, without its parameters.
std::string without_target(const std::string& instruction) {
    const std::size_t name = instruction.find(" <");
    if (!instruction.starts_with("call") || name == std::string::npos) return instruction.substr(0, name);
    const std::string called = instruction.substr(name + 2, instruction.rfind('(') - name - 2);
    return "call   " + called.substr(called.rfind("::") == std::string::npos ? 0 : called.rfind("::") + 2);
}

}  // namespace

void print_loop(std::ostream& out, const Loop& loop, std::string_view source, const Terminal& terminal) {
    print_source(out, loop.lines, source);
    out << '\n';
    const auto& all = loop.instructions;
    const auto writes = [](const Instruction& instruction) { return instruction.writes_shared_memory; };
    std::size_t skipped = 0;
    for (auto next = all.begin(); next != all.end(); ++next) {
        const Instruction& instruction = *next;
        const auto after = next + std::min(all.end() - next, std::ptrdiff_t{shown_before + 1});
        if (all.size() > most_shown && std::none_of(next, after, writes) && next + 1 != all.end()) {
            ++skipped;
            continue;
        }
        if (skipped != 0) out << "        ... " << skipped << " more\n";
        skipped = 0;
        std::string text = without_target(instruction.text);
        if (instruction.writes_shared_memory) text.resize(std::max<std::size_t>(text.size() + 1, 40), ' ');
        out << "        " << text
            << (instruction.writes_shared_memory ? coloured({"<- the accumulator", Colour::bad}, terminal) : "")
            << '\n';
    }
    out << "\n    The accumulator is " << in_words(loop.accumulator) << '\n';
}

}  // namespace reductions
