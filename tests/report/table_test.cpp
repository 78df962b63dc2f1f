// Tables that fit the width of the terminal.
#include <sstream>

#include "catch.hpp"
#include "report/table.hpp"

using namespace reductions;

namespace {

std::string printed(const Table& table, bool colours, std::size_t width = 80) {
    std::ostringstream out;
    table.print(out, {.width = width, .colours = colours});
    return out.str();
}

Table three_columns() {
    Table table{{{"name", Align::left}, {"of limit"}, {"verdict", Align::left}}};
    table.add({.cells = {{"omp_reduction"}, {"68%"}, {"wrong in 21,047 of 21,047 runs", Colour::bad}}});
    table.add({.cells = {{"fused_loop"}, {"100%"}, {"right"}}, .notes = {{"a note that is longer than the rows"}}});
    return table;
}

}  // namespace

TEST_CASE("columns are as wide as their widest cell, even if it is not ASCII", "[table]") {
    Table table{{{"name", Align::left}, {"time"}, {"verdict", Align::left}}};
    table.add({.cells = {{"a"}, {"1.0 µs"}, {"right"}}});
    table.add({.heading = "above", .cells = {{"long name"}, {"10 ms"}, {"wrong"}}, .notes = {{"below"}}});
    CHECK(printed(table, false) ==
          "name         time  verdict\n"
          "a          1.0 µs  right\n"
          "above\n"
          "long name   10 ms  wrong\n"
          "    below\n");
    CHECK(table.width() == 26);
}

TEST_CASE("colours appear only on a terminal that has them, and take no columns", "[table]") {
    Table table{{{"x"}, {"y", Align::left}}};
    table.add({.cells = {{"1"}, {"right", Colour::good}}});
    CHECK(printed(table, false) == "x  y\n1  right\n");
    CHECK(printed(table, true) == "\033[2mx\033[0m  \033[2my\033[0m\n1  \033[32mright\033[0m\n");
}

TEST_CASE("in a table that is too wide, the last column and the titles are broken between words", "[table]") {
    CHECK(printed(three_columns(), false, 60) ==
          "name           of limit  verdict\n"
          "omp_reduction       68%  wrong in 21,047 of 21,047 runs\n"
          "fused_loop         100%  right\n"
          "    a note that is longer than the rows\n");
    CHECK(printed(three_columns(), false, 38) ==
          "                  of\n"
          "name           limit  verdict\n"
          "omp_reduction    68%  wrong in 21,047\n"
          "                      of 21,047 runs\n"
          "fused_loop      100%  right\n"
          "    a note that is longer than the\n"
          "    rows\n");
}

TEST_CASE("a last column that has no room goes below each row", "[table]") {
    CHECK(printed(three_columns(), false, 30) ==
          "                  of\n"
          "name           limit\n"
          "    verdict\n"
          "omp_reduction    68%\n"
          "    wrong in 21,047 of 21,047\n"
          "    runs\n"
          "fused_loop      100%\n"
          "    right\n"
          "    a note that is longer than\n"
          "    the rows\n");
}

TEST_CASE("if the columns have no room side by side, each row is a paragraph", "[table]") {
    CHECK(printed(three_columns(), false, 19) ==
          "omp_reduction\n"
          "    of limit 68%\n"
          "    verdict wrong\n"
          "    in 21,047 of\n"
          "    21,047 runs\n"
          "fused_loop\n"
          "    of limit 100%\n"
          "    verdict right\n"
          "    a note that is\n"
          "    longer than the\n"
          "    rows\n");
    for (std::size_t width = 0; width < 19; ++width) CHECK(!printed(three_columns(), true, width).empty());
}
