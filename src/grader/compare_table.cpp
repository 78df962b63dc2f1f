#include "grader/compare_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>

#include "arrays/any_arrays.hpp"

namespace reductions {
namespace {

struct KnownUnit {
    std::string_view name;
    Unit unit;
    double factor;
};
constexpr std::array known_units = std::to_array<KnownUnit>({
    {"", Unit::none, 1},
    {"ns", Unit::seconds, 1e-9},
    {"µs", Unit::seconds, 1e-6},
    {"us", Unit::seconds, 1e-6},
    {"ms", Unit::seconds, 1e-3},
    {"s", Unit::seconds, 1},
    {"B", Unit::bytes, 1},
    {"kB", Unit::bytes, 1e3},
    {"MB", Unit::bytes, 1e6},
    {"GB", Unit::bytes, 1e9},
    {"TB", Unit::bytes, 1e12},
    {"MB/s", Unit::bytes_per_second, 1e6},
    {"GB/s", Unit::bytes_per_second, 1e9},
    {"%", Unit::share, 0.01},
    {"×", Unit::ratio, 1},
    {"x", Unit::ratio, 1},
    {"", Unit::ratio, 1},
});

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Without the commas between groups of three digits; nothing if there is another comma.
std::optional<std::string> without_commas(std::string_view number) {
    std::string digits;
    const std::size_t whole_end = std::min(number.find('.'), number.size());
    const bool has_commas = number.find(',') != std::string_view::npos;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const bool is_at_group = i < whole_end && (whole_end - i) % 4 == 0;
        if (number[i] == ',' && (!is_at_group || i == 0)) return std::nullopt;
        if (has_commas && is_at_group && number[i] != ',') return std::nullopt;
        if (number[i] != ',') digits += number[i];
    }
    return digits;
}

std::optional<double> number_in(std::string_view text) {
    const auto digits = without_commas(text);
    if (!digits) return std::nullopt;
    double number = 0;
    const char* const end = digits->data() + digits->size();
    const auto [read_to, error] = std::from_chars(digits->data(), end, number, std::chars_format::fixed);
    return error == std::errc{} && read_to == end ? std::optional{number} : std::nullopt;
}

// compare puts at least two spaces between the cells of a row, and none or one within a cell.
std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    while (!row.empty()) {
        const std::size_t length = std::min(row.find("  "), row.size());
        cells.emplace_back(row.substr(0, length));
        row.remove_prefix(length);
        row.remove_prefix(std::min(row.find_first_not_of(' '), row.size()));
    }
    return cells;
}

const std::vector<std::string> column_names = {"variant",       "the article's", "median time", "speed",  "GB/s",
                                               "of read speed", "peak heap",     "result",      "verdict"};

// Below a row whose wrong answers differed.
constexpr std::string_view answers_seen = "wrong answers seen: ";

// "1, 2 and 3 more" has the answers 1 and 2.
std::vector<std::string> answers_in(std::string_view text) {
    text = text.substr(0, text.find(" and "));
    std::vector<std::string> answers;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(", "), text.size());
        answers.emplace_back(text.substr(0, length));
        text.remove_prefix(std::min(length + 2, text.size()));
    }
    return answers;
}

constexpr std::string_view first_words = "sum((a[i] - b[i])²) of ";

// The text before `end`, which is then cut off together with it.
std::string cut_before(std::string_view& text, std::string_view end, std::size_t line) {
    const std::size_t length = text.find(end);
    if (length == std::string_view::npos) {
        throw TableError{line, "there is no '" + std::string{end} + "' in the first line of a table"};
    }
    std::string before{text.substr(0, length)};
    text.remove_prefix(length + end.size());
    return before;
}

std::size_t count_in(const std::string& text, std::size_t line, const std::string& of_what) {
    constexpr double most = 0x1p53;  // below which a double is exact
    const auto count = figure_in(text, Unit::none);
    if (count && *count >= 1 && *count < most && *count == std::floor(*count)) return static_cast<std::size_t>(*count);
    throw TableError{line, quoted_part(text) + " is not a number of " + of_what};
}

CompareTable table_with_head(const AnswerLine& line) {
    std::string_view text = std::string_view{line.text}.substr(first_words.size());
    CompareTable table{.line = line.number};
    const std::string elements = cut_before(text, " elements of type ", line.number);
    table.type = cut_before(text, " with ", line.number);
    const std::string threads = cut_before(text, " thread", line.number);
    cut_before(text, "; the right answer is ", line.number);
    table.right_answer = text;
    table.elements = count_in(elements, line.number, "elements");
    table.threads = count_in(threads, line.number, "threads");
    if (std::find(type_names.begin(), type_names.end(), table.type) == type_names.end()) {
        throw TableError{line.number, quoted_part(table.type) + " is not one of int64, int32, float64, float32"};
    }
    return table;
}

double figure_of_cell(const std::string& cell, Unit unit, std::size_t line, const std::string& column) {
    if (const auto figure = figure_in(cell, unit)) return *figure;
    throw TableError{line, quoted_part(cell) + " cannot be read in the column '" + column + "'"};
}

// "-" and "n/a" stand for no figure.
std::optional<double> figure_if_any(const std::string& cell, Unit unit, std::size_t line, const std::string& column) {
    if (cell == "-" || cell == "n/a") return std::nullopt;
    return figure_of_cell(cell, unit, line, column);
}

CompareRow row_of(const std::vector<std::string>& cells, std::size_t line) {
    CompareRow row{.line = line, .variant = cells[0], .result = cells[7], .is_right = !cells[8].starts_with("wrong")};
    const std::string& time = cells[2];
    constexpr std::string_view plus_or_minus = " ±";
    const std::size_t length = std::min(time.find(plus_or_minus), time.size());
    row.seconds = figure_of_cell(time.substr(0, length), Unit::seconds, line, column_names[2]);
    if (row.seconds == 0) throw TableError{line, quoted_part(time) + " cannot be read in the column 'median time'"};
    if (length < time.size()) {
        row.spread = figure_of_cell(time.substr(length + plus_or_minus.size()), Unit::share, line, column_names[2]);
    }
    row.speed = figure_of_cell(cells[3], Unit::ratio, line, column_names[3]);
    if (const auto gigabytes = figure_if_any(cells[4], Unit::none, line, column_names[4])) {
        row.bytes_per_second = *gigabytes * 1e9;
    }
    row.share_of_read_speed = figure_if_any(cells[5], Unit::share, line, column_names[5]);
    row.peak_heap = figure_if_any(cells[6], Unit::bytes, line, column_names[6]);
    return row;
}

bool is_variant(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos;
}

}  // namespace

const CompareRow* CompareTable::find(const std::string& variant) const {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const CompareRow& r) { return r.variant == variant; });
    return row == rows.end() ? nullptr : &*row;
}

double CompareTable::bytes_of_an_array() const { return static_cast<double>(elements * element_size(type)); }

std::optional<double> figure_in(std::string_view text, Unit unit) {
    const auto number_end = std::find_if(
        text.begin(), text.end(), [](char letter) { return !is_digit(letter) && letter != '.' && letter != ','; });
    const auto length = static_cast<std::size_t>(number_end - text.begin());
    std::string_view name = text.substr(length);
    if (name.starts_with(' ')) name.remove_prefix(1);
    const auto known = std::find_if(known_units.begin(), known_units.end(), [&](const KnownUnit& candidate) {
        return candidate.unit == unit && candidate.name == name;
    });
    const auto number = number_in(text.substr(0, length));
    return number && known != known_units.end() ? std::optional{*number * known->factor} : std::nullopt;
}

std::vector<CompareTable> compare_tables(const std::vector<AnswerLine>& lines) {
    std::vector<CompareTable> tables;
    bool has_columns = false;
    for (const AnswerLine& line : lines) {
        if (line.text.starts_with(first_words)) {
            tables.push_back(table_with_head(line));
            has_columns = false;
            continue;
        }
        if (tables.empty()) continue;
        if (line.text.starts_with("a from ")) tables.back().is_of_files = true;
        if (line.text.starts_with(answers_seen) && !tables.back().rows.empty()) {
            tables.back().rows.back().wrong_answers =
                answers_in(std::string_view{line.text}.substr(answers_seen.size()));
        }
        const std::vector<std::string> cells = cells_of(line.text);
        if (cells == column_names) {
            has_columns = true;
        } else if (has_columns && cells.size() == column_names.size() && is_variant(cells.front())) {
            tables.back().rows.push_back(row_of(cells, line.number));
        }
    }
    for (const CompareTable& table : tables) {
        if (!table.rows.empty()) continue;
        throw TableError{table.line,
                         "the table that begins here has no rows; a terminal may have broken them, so let "
                         "compare write into a file"};
    }
    return tables;
}

}  // namespace reductions
