// Prints tables that fit the width of the terminal.
#include "report/table.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <string_view>
#include <utility>

#include "report/wrapping.hpp"

namespace reductions {
namespace {

constexpr std::size_t column_gap = 2;        // columns between two cells
constexpr std::size_t note_indentation = 4;  // of text below a row
constexpr std::size_t narrowest_text = 14;   // the least width of a last column that is broken between words

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (const std::string& word : wrapped(text, 0)) longest = std::max(longest, width_of(word));
    return longest;
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
    if (widths.empty()) return 0;
    return std::accumulate(widths.begin(), widths.end(), column_gap * (widths.size() - 1));
}

// Prints lines of text above or below a row.
void print_indented(std::ostream& out, const Terminal& terminal, const Cell& cell, std::size_t by) {
    const std::size_t room = terminal.width - std::min(terminal.width, by);
    for (const std::string& line : wrapped(cell.text, room)) {
        out << std::string(by, ' ') << coloured({line, cell.colour}, terminal) << '\n';
    }
}

void print_heading(std::ostream& out, const Terminal& terminal, const TableRow& row) {
    if (!row.heading.empty()) print_indented(out, terminal, {row.heading}, 0);
}

void print_notes(std::ostream& out, const Terminal& terminal, const TableRow& row) {
    for (const Cell& note : row.notes) print_indented(out, terminal, note, note_indentation);
}

}  // namespace

std::string coloured(const Cell& cell, const Terminal& terminal) {
    if (!terminal.colours || cell.colour == Colour::none) return cell.text;
    const char* const code = cell.colour == Colour::good ? "32" : cell.colour == Colour::bad ? "31" : "2";
    return std::string{"\033["} + code + 'm' + cell.text + "\033[0m";
}

// As wide as the widest cell or the title.
Table::Widths Table::natural_widths() const {
    Widths widths = narrow_widths();
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width_of(columns_[i].title));
    return widths;
}

// The same, but the title may be broken between words.
Table::Widths Table::narrow_widths() const {
    Widths widths;
    for (const Column& column : columns_) widths.push_back(longest_word(column.title));
    for (const TableRow& row : rows_) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width_of(row.cells[i].text));
    }
    return widths;
}

std::size_t Table::longest_word_of_last_column() const {
    std::size_t longest = longest_word(columns_.back().title);
    for (const TableRow& row : rows_) longest = std::max(longest, longest_word(row.cells.back().text));
    return longest;
}

std::size_t Table::width() const { return total_width(natural_widths()); }

// Prints the columns that have a width side by side. A last column without a width goes below.
void Table::print_lines(std::ostream& out, const Terminal& terminal, const Widths& widths) const {
    const bool last_is_below = widths.size() < columns_.size();
    std::vector<Cell> titles;
    for (const Column& column : columns_) titles.push_back({column.title, Colour::faint});
    print_cells(out, terminal, widths, titles, true);
    if (last_is_below) print_indented(out, terminal, titles.back(), note_indentation);
    for (const TableRow& row : rows_) {
        print_heading(out, terminal, row);
        print_cells(out, terminal, widths, row.cells, false);
        if (last_is_below) print_indented(out, terminal, row.cells.back(), note_indentation);
        print_notes(out, terminal, row);
    }
}

// Prints each cell in as many lines as it needs. If another cell needs more lines, this one is at the top or at the
// bottom of them.
void Table::print_cells(std::ostream& out, const Terminal& terminal, const Widths& widths,
                        const std::vector<Cell>& cells, bool at_the_bottom) const {
    std::vector<std::vector<std::string>> lines_of;
    std::size_t height = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        lines_of.push_back(wrapped(cells[i].text, widths[i]));
        height = std::max(height, lines_of.back().size());
    }
    for (auto& lines : lines_of) lines.insert(at_the_bottom ? lines.begin() : lines.end(), height - lines.size(), "");
    for (std::size_t line = 0; line < height; ++line) {
        std::string spaces;  // printed only if text follows
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string& text = lines_of[i][line];
            const std::string padding(widths[i] - std::min(widths[i], width_of(text)), ' ');
            spaces += std::string(i == 0 ? 0 : column_gap, ' ');
            if (columns_[i].align == Align::right) spaces += padding;
            if (!text.empty()) out << std::exchange(spaces, "") << coloured({text, cells[i].colour}, terminal);
            if (columns_[i].align == Align::left) spaces += padding;
        }
        out << '\n';
    }
}

// Prints rows such as "fused_loop  median time 3.84 ms ±9.1%  speed 1.00×", broken between cells that fit a line.
void Table::print_paragraphs(std::ostream& out, const Terminal& terminal) const {
    constexpr char glue = '\1';  // stands for a space at which a line must not be broken
    const std::size_t room = terminal.width - std::min(terminal.width, note_indentation);
    for (const TableRow& row : rows_) {
        print_heading(out, terminal, row);
        std::string paragraph;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (row.cells[i].text.empty()) continue;
            std::string cell = coloured(row.cells[i], terminal);
            if (!paragraph.empty() || !row.heading.empty()) {
                cell.insert(0, coloured({columns_[i].title, Colour::faint}, terminal) + ' ');
            }
            if (width_of(cell) <= room) std::replace(cell.begin(), cell.end(), ' ', glue);
            paragraph += (paragraph.empty() ? "" : "  ") + cell;
        }
        std::size_t by = row.heading.empty() ? 0 : note_indentation;
        for (std::string& line : wrapped(paragraph, room)) {
            std::replace(line.begin(), line.end(), glue, ' ');
            out << std::string(std::exchange(by, note_indentation), ' ') << line << '\n';
        }
        print_notes(out, terminal, row);
    }
}

void Table::print(std::ostream& out, const Terminal& terminal) const {
    if (width() <= terminal.width) return print_lines(out, terminal, natural_widths());
    Widths widths = narrow_widths();
    if (total_width(widths) <= terminal.width) return print_lines(out, terminal, widths);
    if (columns_.back().align == Align::left && widths.size() > 1) {
        widths.pop_back();
        const std::size_t others = total_width(widths);
        const std::size_t room = terminal.width - std::min(terminal.width, others + column_gap);
        if (room >= std::max(narrowest_text, longest_word_of_last_column())) {
            widths.push_back(room);
            return print_lines(out, terminal, widths);
        }
        if (others <= terminal.width) return print_lines(out, terminal, widths);
    }
    print_paragraphs(out, terminal);
}

}  // namespace reductions
