// A table in a terminal.
#include <sstream>

#include "catch.hpp"
#include "report/table.hpp"

using namespace ssd;

namespace {

std::string printed(const Table& table, bool colours) {
    std::ostringstream out;
    table.print(out, {.width = 80, .colours = colours});
    return out.str();
}

}  // namespace

TEST_CASE("columns are as wide as their widest cell, also where it is not ASCII", "[table]") {
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

TEST_CASE("colours are there only where they are wanted, and take no columns", "[table]") {
    Table table{{{"x"}, {"y", Align::left}}};
    table.add({.cells = {{"1"}, {"right", Colour::good}}});
    CHECK(printed(table, false) == "x  y\n1  right\n");
    CHECK(printed(table, true) == "\033[2mx\033[0m  \033[2my\033[0m\n1  \033[32mright\033[0m\n");
}
