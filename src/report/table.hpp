// Prints tables that fit the width of the terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "report/terminal.hpp"

namespace reductions {

enum class Colour { none, good, bad, faint };

enum class Align { left, right };

struct Column {
    std::string title;
    Align align = Align::right;
};

// One piece of text in a table.
struct Cell {
    std::string text;
    Colour colour = Colour::none;
};

struct TableRow {
    std::string heading = {};      // a line of text above the cells, unless it is empty
    std::vector<Cell> cells = {};  // one per column
    std::vector<Cell> notes = {};  // lines of text below the cells
};

// A table whose columns are as wide as their widest cells. If it is wider than the terminal, the titles are broken
// between words, and so is the last column if it contains text. If the last column has no room at all, it goes below
// each row. If the table is still too wide, each row becomes a paragraph that names the column of every cell.
class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    void add(TableRow row) { rows_.push_back(std::move(row)); }

    std::size_t width() const;
    void print(std::ostream& out, const Terminal& terminal) const;

private:
    // The widths of the columns that are printed side by side. The last column may be missing.
    using Widths = std::vector<std::size_t>;

    Widths natural_widths() const;
    Widths narrow_widths() const;
    std::size_t longest_word_of_last_column() const;
    void print_lines(std::ostream& out, const Terminal& terminal, const Widths& widths) const;
    void print_cells(std::ostream& out, const Terminal& terminal, const Widths& widths, const std::vector<Cell>& cells,
                     bool at_the_bottom) const;
    void print_paragraphs(std::ostream& out, const Terminal& terminal) const;

    std::vector<Column> columns_;
    std::vector<TableRow> rows_;
};

// The text of a cell, coloured if the terminal has colours.
std::string coloured(const Cell& cell, const Terminal& terminal);

}  // namespace reductions
