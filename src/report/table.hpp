// A table in a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace ssd {

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
};

// What standard output is: without a limit to its width where it is no terminal; with colours only on a terminal, and
// where the environment has no NO_COLOR (no-color.org).
Terminal standard_output();

// A table whose columns are as wide as their widest cell.
class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    // The row needs as many cells as there are columns.
    void add(TableRow row) { rows_.push_back(std::move(row)); }

    std::size_t width() const;
    void print(std::ostream& out, const Terminal& terminal) const;

private:
    std::vector<std::size_t> column_widths() const;

    std::vector<Column> columns_;
    std::vector<TableRow> rows_;
};

// The text, coloured where the terminal has colours.
std::string coloured(const Cell& cell, const Terminal& terminal);

}  // namespace ssd
