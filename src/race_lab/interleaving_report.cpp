// Prints schedules of two threads.
#include "race_lab/interleaving_report.hpp"

#include <array>
#include <ostream>
#include <string>
#include <string_view>

namespace reductions {
namespace {

// Each line is printed as soon as its step is played, so the width of a column cannot depend on its widest cell.
struct FixedColumn {
    std::string_view title;
    std::size_t width;
    Align align;
};

constexpr std::array<FixedColumn, 7> columns = {{{"step", 4, Align::right},
                                                 {"thread 0", 8, Align::left},
                                                 {"thread 1", 8, Align::left},
                                                 {"in code", 16, Align::left},
                                                 {"register 0", 10, Align::right},
                                                 {"register 1", 10, Align::right},
                                                 {"total", 5, Align::right}}};

// The indices of the columns. A column of thread 1 follows that of thread 0.
constexpr std::size_t step_column = 0;
constexpr std::size_t thread_column = 1;
constexpr std::size_t code_column = 3;
constexpr std::size_t register_column = 4;
constexpr std::size_t total_column = 6;

using Line = std::array<Cell, columns.size()>;

// No line ends in spaces, because the last column is aligned to the right.
void print_line(std::ostream& out, const Line& line, const Terminal& terminal) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string padding(columns[i].width - line[i].text.size(), ' ');
        if (i != 0) out << "  ";
        if (columns[i].align == Align::right) out << padding;
        out << coloured(line[i], terminal);
        if (columns[i].align == Align::left) out << padding;
    }
    out << '\n';
}

// Both registers and the total. A register that has not been loaded shows "-".
Line line_of(const Interleaving& state) {
    Line line;
    for (std::size_t thread = 0; thread < Interleaving::threads; ++thread) {
        const auto value = state.in_register(thread);
        line[register_column + thread] = {value ? std::to_string(*value) : "-", Colour::faint};
    }
    line[total_column] = {std::to_string(state.total()), Colour::faint};
    return line;
}

std::string thread_name(std::size_t thread) { return "thread " + std::to_string(thread); }

// A thread's steps at their places in the schedule, with a line where it waits between its load and its store: "l─as".
std::string lane_of(const Schedule& schedule, std::size_t thread) {
    constexpr std::string_view letters = "las";
    std::string lane;
    std::size_t taken = 0;
    for (const std::size_t stepping : schedule) {
        if (stepping == thread) {
            lane += letters[taken++];
        } else {
            lane += taken == 0 || taken == letters.size() ? " " : "─";
        }
    }
    return lane;
}

void print_task(std::ostream& out) {
    out << "Two threads each add " << Interleaving::term << " to one total; " << Interleaving::right_total
        << " is right.\n";
}

}  // namespace

const char* name_of(MicroStep step) {
    switch (step) {
        case MicroStep::load:
            return "load";
        case MicroStep::add:
            return "add";
        case MicroStep::store:
            return "store";
        case MicroStep::done:
            return "done";
    }
    return "?";
}

std::string code_of(MicroStep step) {
    switch (step) {
        case MicroStep::load:
            return "register = total";
        case MicroStep::add:
            return "register += " + std::to_string(Interleaving::term);
        case MicroStep::store:
            return "total = register";
        case MicroStep::done:
            return "";
    }
    return "?";
}

void print_beginning(std::ostream& out, const Terminal& terminal) {
    print_task(out);
    out << "For each, total += " << Interleaving::term
        << " is three steps in a register of its own: load, add, store.\n\n";
    Line headings;
    for (std::size_t i = 0; i < columns.size(); ++i) headings[i] = {std::string{columns[i].title}, Colour::faint};
    print_line(out, headings, terminal);
    print_line(out, line_of({}), terminal);
}

void print_step(std::ostream& out, const Interleaving& before, const Interleaving& after, const Terminal& terminal) {
    const std::size_t thread = after.schedule().back();
    const MicroStep did = before.next(thread);
    Line line = line_of(after);
    line[step_column] = {std::to_string(after.schedule().size())};
    line[thread_column + thread] = {name_of(did)};
    line[code_column] = {code_of(did)};
    Cell& written = did == MicroStep::store ? line[total_column] : line[register_column + thread];
    written.colour = after.lost_update() ? Colour::bad : after.finished() ? Colour::good : Colour::none;
    print_line(out, line, terminal);
}

std::vector<std::string> explanation_of(const Interleaving& interleaving, const Terminal& terminal) {
    const auto total_in = [&](Colour colour) {
        return "The total is " + coloured({std::to_string(interleaving.total()), colour}, terminal);
    };
    const auto lost = interleaving.lost_update();
    if (!lost) {
        const std::size_t first = interleaving.schedule().front();
        return {total_in(Colour::good) + ", and that is right: " + thread_name(1 - first) + " loaded after " +
                thread_name(first) + " had stored."};
    }
    const std::string loser = thread_name(lost->loser);
    return {total_in(Colour::bad) + ", and " + std::to_string(Interleaving::right_total) + " is right: " + loser +
                "'s update is lost.",
            "But " + thread_name(lost->winner) + " loaded in step " + std::to_string(lost->loaded) + ", before " +
                loser + " stored in step " + std::to_string(lost->stored) + ".",
            "So it added to a total without that update, and stored over it in step " +
                std::to_string(lost->stored_over) + "."};
}

void print_result(std::ostream& out, const Interleaving& interleaving, const Terminal& terminal) {
    const std::string schedule = format_schedule(interleaving.schedule());
    out << '\n';
    if (!interleaving.finished()) {
        out << "Ended after " << schedule.size() << " of " << Interleaving::steps << " steps, total "
            << interleaving.total() << '.';
        if (!schedule.empty()) out << " To return to this point, play " << schedule << '.';
        out << '\n';
        return;
    }
    for (const std::string& sentence : explanation_of(interleaving, terminal)) out << sentence << '\n';
    out << "To see it again: race_step --schedule " << schedule << '\n';
}

void print_schedules(std::ostream& out, const std::vector<Interleaving>& interleavings, const Terminal& terminal) {
    print_task(out);
    out << "A schedule says which of them takes each step: l = load, a = add, s = store.\n"
        << "A line from l to s means that the other thread runs in between.\n\n";
    Table table{{{"schedule", Align::left},
                 {"thread 0", Align::left},
                 {"thread 1", Align::left},
                 {"total"},
                 {"verdict", Align::left},
                 {"lost", Align::left}}};
    for (const Interleaving& result : interleavings) {
        const Schedule& schedule = result.schedule();
        const auto lost = result.lost_update();
        table.add({.cells = {{format_schedule(schedule)},
                             {lane_of(schedule, 0)},
                             {lane_of(schedule, 1)},
                             {std::to_string(result.total()), result.right() ? Colour::none : Colour::bad},
                             result.right() ? Cell{"right", Colour::good} : Cell{"wrong", Colour::bad},
                             {lost ? thread_name(lost->loser) + "'s update" : ""}}});
    }
    table.print(out, terminal);
    out << '\n'
        << count_right(interleavings) << " of " << interleavings.size()
        << " are right: one thread has stored before the other loads.\n";
}

}  // namespace reductions
