// A table in a terminal.
#include "report/table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <ostream>
#include <utility>

namespace ssd {
namespace {

constexpr std::size_t gap = 2;

// Columns that the text takes: in UTF-8, the bytes that do not continue a character. No text here has wide ones.
std::size_t width_of(const std::string& text) {
    const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

}  // namespace

Terminal standard_output() {
    Terminal terminal{.width = std::numeric_limits<std::size_t>::max(), .colours = false};
    if (isatty(STDOUT_FILENO) == 0) return terminal;
    const char* const no_color = std::getenv("NO_COLOR");
    terminal.colours = no_color == nullptr || *no_color == '\0';
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.width = size.ws_col;
    return terminal;
}

std::string coloured(const Cell& cell, const Terminal& terminal) {
    if (!terminal.colours || cell.colour == Colour::none) return cell.text;
    const char* const code = cell.colour == Colour::good ? "32" : cell.colour == Colour::bad ? "31" : "2";
    return std::string{"\033["} + code + 'm' + cell.text + "\033[0m";
}

std::vector<std::size_t> Table::column_widths() const {
    std::vector<std::size_t> widths;
    for (const Column& column : columns_) widths.push_back(width_of(column.title));
    for (const TableRow& row : rows_) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width_of(row.cells[i].text));
    }
    return widths;
}

std::size_t Table::width() const {
    const std::vector<std::size_t> widths = column_widths();
    return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

void Table::print(std::ostream& out, const Terminal& terminal) const {
    const std::vector<std::size_t> widths = column_widths();
    const auto print_row = [&](const std::vector<Cell>& cells) {
        std::string spaces;  // printed only where text follows
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string padding(widths[i] - width_of(cells[i].text), ' ');
            spaces += std::string(i == 0 ? 0 : gap, ' ');
            if (columns_[i].align == Align::right) spaces += padding;
            if (!cells[i].text.empty()) out << std::exchange(spaces, "") << coloured(cells[i], terminal);
            if (columns_[i].align == Align::left) spaces += padding;
        }
        out << '\n';
    };
    std::vector<Cell> heading;
    for (const Column& column : columns_) heading.push_back({column.title, Colour::faint});
    print_row(heading);
    for (const TableRow& row : rows_) {
        if (!row.heading.empty()) out << row.heading << '\n';
        print_row(row.cells);
        for (const Cell& note : row.notes) out << "    " << coloured(note, terminal) << '\n';
    }
}

}  // namespace ssd
