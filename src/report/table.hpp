// A table in a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

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

// A row of cells; a line of free text that stands above it, if not empty; and such lines below it.
struct TableRow {
    std::string heading = {};
    std::vector<Cell> cells = {};
    std::vector<Cell> notes = {};
};

// What can be said of the place where a table is printed.
struct Terminal {
    std::size_t width;  // columns
    bool colours;
    bool can_erase = false;  // whether it understands the escape sequences for that
};

// What standard output is: without a limit to its width where it is no terminal, otherwise as wide as COLUMNS says or
// the terminal itself; with colours only on a terminal that has them, which TERM=dumb has not, and where the
// environment has no NO_COLOR (no-color.org).
Terminal standard_output();

// The same for standard error.
Terminal standard_error();

// A table whose columns are as wide as their widest cell. Where that is wider than the terminal, the last column is
// broken between words, if it is text; if there is no room for it, it goes below each row; and if that is still too
// wide, each row becomes a paragraph in which every cell is named by its column.
class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    // The row needs as many cells as there are columns.
    void add(TableRow row) { rows_.push_back(std::move(row)); }

    std::size_t width() const;
    void print(std::ostream& out, const Terminal& terminal) const;

private:
    // Where the cells of the columns go, which may be fewer than there are.
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

// The text, coloured where the terminal has colours.
std::string coloured(const Cell& cell, const Terminal& terminal);

}  // namespace reductions
