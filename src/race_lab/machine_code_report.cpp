// Prints a variant's loop as machine code, below the C++ lines that it was compiled from.
#include "race_lab/machine_code_report.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace reductions {
namespace {

// If a loop has more than `most_shown` instructions, only those that write shared memory are shown, each with the
// instructions just before it, and the last instruction.
constexpr std::ptrdiff_t most_shown = 40;
constexpr std::ptrdiff_t shown_before = 5;

void print_source(std::ostream& out, const Loop& loop, std::string_view source) {
    std::ifstream file{std::filesystem::path{SOURCE_FOLDER} / source};
    std::string text;
    for (std::size_t number = 1; std::getline(file, text); ++number) {
        if (std::none_of(loop.begin(), loop.end(), [&](const Instruction& x) { return x.line == number; })) continue;
        out << "    " << source << ':' << number << ": "
            << text.substr(std::min(text.find_first_not_of(' '), text.size())) << '\n';
    }
}

// Shortens what objdump adds to a target: a jump keeps the address alone, and a call keeps the function's name, without
// its namespaces and parameters.
std::string with_short_target(const std::string& instruction) {
    const std::size_t name = instruction.find(" <");
    if (!instruction.starts_with("call") || name == std::string::npos) return instruction.substr(0, name);
    std::string called = instruction.substr(name + 2, instruction.rfind('>') - name - 2);
    called.resize(std::min(called.rfind('('), called.size()));
    const std::size_t scope = called.rfind("::");
    return "call   " + (scope == std::string::npos ? called : called.substr(scope + 2));
}

}  // namespace

void print_loop(std::ostream& out, const Loop& loop, std::string_view source, const Terminal& terminal) {
    print_source(out, loop, source);
    out << '\n';
    const auto writes = [](const Instruction& instruction) { return instruction.writes_shared_memory; };
    std::size_t skipped = 0;
    for (auto next = loop.begin(); next != loop.end(); ++next) {
        const auto after = next + std::min(loop.end() - next, shown_before + 1);
        if (std::ssize(loop) > most_shown && std::none_of(next, after, writes) && next + 1 != loop.end()) {
            ++skipped;
            continue;
        }
        if (skipped != 0) out << "        ... " << skipped << " more\n";
        skipped = 0;
        std::string text = with_short_target(next->text);
        if (writes(*next)) text.resize(std::max<std::size_t>(text.size() + 1, 40), ' ');
        out << "        " << text << (writes(*next) ? coloured({"<- the accumulator", Colour::bad}, terminal) : "")
            << '\n';
    }
    if (std::none_of(loop.begin(), loop.end(), writes))
        out << "\n    No instruction of the loop writes memory that other threads see.\n";
}

}  // namespace reductions
