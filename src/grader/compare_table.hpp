// A table that the program compare printed, read from a text that contains it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grader/answer_lines.hpp"

namespace reductions {

// A variant's row. The figures are rounded to three digits, as compare prints them.
struct CompareRow {
    std::size_t line = 0;  // of the text
    std::string variant = {};
    double seconds = 0;  // the median time, positive
    double spread = 0;   // of the times, as a share of the median
    double speed = 0;    // how many times as fast as the first row
    std::optional<double> bytes_per_second = {};
    std::optional<double> share_of_read_speed = {};
    std::optional<double> peak_heap = {};  // bytes
    std::string result = {};
    std::vector<std::string> wrong_answers = {};  // those that the line below the row names, if they differed
    bool is_right = false;                        // what the verdict says
};

struct CompareTable {
    std::size_t line = 0;  // of the text
    std::size_t elements = 0;
    std::string type = {};
    std::size_t threads = 0;
    std::string right_answer = {};
    bool is_of_files = false;  // not of the article's arrays
    std::vector<CompareRow> rows = {};

    // Nothing if the table has no row of this variant.
    const CompareRow* find(const std::string& variant) const;
    double bytes_of_an_array() const;
};

// A table that is not as compare prints it.
struct TableError {
    std::size_t line;
    std::string reason;
};

// All tables, in their order. Throws TableError if one of them cannot be read, for example because it was broken at a
// terminal's width. Other lines are left out.
std::vector<CompareTable> compare_tables(const std::vector<AnswerLine>& lines);

enum class Unit {
    none,
    seconds,           // "3.12 ms"
    bytes,             // "160 MB"
    bytes_per_second,  // "17.4 GB/s"
    share,             // "79%" is 0.79
    ratio,             // "1.33×", "1.33x" or "1.33"
};

// A figure with its unit, converted to the unit that is named. Nothing for another text. Commas may stand between
// groups of three digits.
std::optional<double> figure_in(std::string_view text, Unit unit);

}  // namespace reductions
