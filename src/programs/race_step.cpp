// Lets you schedule two threads that add to one total, and lose an update on purpose.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/printable.hpp"
#include "programs/command_line.hpp"
#include "race_lab/interleaving.hpp"
#include "race_lab/interleaving_json.hpp"
#include "race_lab/interleaving_report.hpp"
#include "report/table.hpp"

namespace {

using reductions::Interleaving;
using reductions::MicroStep;

struct Arguments {
    std::optional<reductions::Schedule> schedule;
    bool all = false;
    bool json = false;
};

reductions::Schedule schedule_argument(const std::string& text) {
    try {
        return reductions::parse_schedule(text);
    } catch (const reductions::ScheduleError& error) {
        throw reductions::InputError{std::string{"--schedule: "} + error.what()};
    }
}

std::vector<reductions::Argument> arguments_of_race_step(Arguments& arguments) {
    return {
        {.name = "--schedule",
         .value = "TEXT",
         .description = "Replay a schedule: the thread of each step, such as 010101",
         .read = [&](const std::string& text) { arguments.schedule = schedule_argument(text); }},
        reductions::excluding(reductions::flag_argument("--all", "List all schedules and their totals", arguments.all),
                              {"--schedule"}),
        reductions::excluding(
            reductions::flag_argument("--json", "Print the states of all schedules as JSON", arguments.json),
            {"--schedule", "--all"})};
}

std::string all_states() {
#if HAS_JSON
    return reductions::interleavings_as_json();
#else
    throw reductions::InputError{"--json: nlohmann_json was not found when race_step was built"};
#endif
}

void take_step(Interleaving& interleaving, std::size_t thread, const reductions::Terminal& terminal) {
    const Interleaving before = interleaving;
    interleaving.step(thread);
    reductions::print_step(std::cout, before, interleaving, terminal);
}

// The commands, and the characters that may separate them.
constexpr std::string_view commands = "01q";
constexpr std::string_view spaces = " \t\r";

// Takes the steps of a line. A word that is not a command, or a step of a thread that has finished, is refused in one
// line, and the rest of the line is still played. Returns whether the game goes on.
bool play_line(Interleaving& interleaving, std::string_view line, const reductions::Terminal& terminal) {
    while (!interleaving.finished()) {
        line.remove_prefix(std::min(line.find_first_not_of(spaces), line.size()));
        if (line.empty()) return true;
        const std::size_t length = line.find_first_of(std::string{commands}.append(spaces));
        if (length != 0) {
            std::cout << '\'' << reductions::printable(line.substr(0, length))
                      << "' is not a thread; 0 or 1 steps, q ends\n";
            line.remove_prefix(std::min(length, line.size()));
            continue;
        }
        const char command = line.front();
        line.remove_prefix(1);
        if (command == 'q') return false;
        const std::size_t thread = command == '0' ? 0 : 1;
        if (interleaving.next(thread) == MicroStep::done) {
            std::cout << "thread " << thread << " has finished; " << 1 - thread << " steps, q ends\n";
        } else {
            take_step(interleaving, thread, terminal);
        }
    }
    return false;
}

// What each thread would do next.
std::string prompt_of(const Interleaving& interleaving) {
    return std::string{"0: "} + reductions::name_of(interleaving.next(0)) +
           ", 1: " + reductions::name_of(interleaving.next(1)) + " > ";
}

void play(Interleaving& interleaving, const reductions::Terminal& terminal) {
    const bool typed = isatty(STDIN_FILENO) != 0;
    bool goes_on = true;
    while (goes_on) {
        std::cout << reductions::coloured({prompt_of(interleaving), reductions::Colour::faint}, terminal) << std::flush;
        std::string line;
        goes_on = static_cast<bool>(std::getline(std::cin, line));
        // A terminal shows what is typed. Other input is printed here, so that the game looks the same.
        if (!typed || !goes_on) std::cout << reductions::printable(line) << '\n';
        goes_on = goes_on && play_line(interleaving, line, terminal);
    }
}

int race_step(const Arguments& arguments) {
    const reductions::Terminal terminal = reductions::standard_output();
    if (arguments.json) {
        std::cout << all_states();
        return 0;
    }
    if (arguments.all) {
        reductions::print_schedules(std::cout, reductions::all_interleavings(), terminal);
        return 0;
    }
    if (!arguments.schedule) {
        std::cout << "You are the scheduler: 0 or 1 lets that thread take its next step, q ends.\n";
    }
    reductions::print_beginning(std::cout, terminal);
    Interleaving interleaving;
    if (arguments.schedule) {
        for (const std::size_t thread : *arguments.schedule) take_step(interleaving, thread, terminal);
    } else {
        play(interleaving, terminal);
    }
    reductions::print_result(std::cout, interleaving, terminal);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    Arguments parsed;
    return reductions::run_program(
        {.name = "race_step",
         .description = "You schedule two threads that add to one total, and lose an update on purpose.",
         .arguments = arguments_of_race_step(parsed),
         .body = [&] { return race_step(parsed); }},
        count, arguments);
}
