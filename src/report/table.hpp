// A table in a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace ssd {

enum class Colour { none, good, bad, faint };

// One piece of text in a table.
struct Cell {
    std::string text;
    Colour colour = Colour::none;
};

// A row of cells, and lines of free text that stand below it.
struct TableRow {
    std::vector<Cell> cells;
    std::vector<Cell> notes;
};

// What can be said of the place where a table is printed.
struct Terminal {
    std::size_t width;  // columns
    bool colours;
};

// What standard output is: colours only on a terminal and where the environment has no NO_COLOR (no-color.org); a width
// of 120 where it is none.
Terminal standard_output();

// A table whose columns are as wide as their widest cell. The first column and the last are aligned to the left, all
// between them to the right, for these are numbers.
class Table {
public:
    explicit Table(std::vector<std::string> heading) : heading_{std::move(heading)} {}

    // The row needs as many cells as the heading.
    void add(TableRow row) { rows_.push_back(std::move(row)); }

    std::size_t width() const;
    void print(std::ostream& out, const Terminal& terminal) const;

private:
    std::vector<std::size_t> column_widths() const;

    std::vector<std::string> heading_;
    std::vector<TableRow> rows_;
};

// The text, coloured where the terminal has colours.
std::string coloured(const Cell& cell, const Terminal& terminal);

}  // namespace ssd
