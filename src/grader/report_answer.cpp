#include "grader/report_answer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <system_error>

#include "grader/compare_table.hpp"

namespace reductions {
namespace {

// The student rounds figures that compare has rounded.
constexpr double tolerance = 0.05;

const std::string first_row = "eigen_temporaries";
const std::string racy_row = "shared_accumulator";

// A report that cannot be read.
struct Unreadable {
    std::string reason;
};

// The two tables, and the student's choice among their rows.
struct Measured {
    const CompareTable& one_thread;
    const CompareTable& team;
    const CompareRow* fastest = nullptr;
};

// Why a line of the report is wrong; empty if it is right.
using Check = std::function<std::string(const std::string& text, Measured& measured)>;

// A figure that must agree with the measured one.
Check agrees(Unit unit, const std::string& form, const std::string& how,
             const std::function<double(const Measured&)>& value) {
    return [=](const std::string& text, Measured& measured) {
        const auto given = figure_in(text, unit);
        if (!given) throw Unreadable{quoted_part(text) + " is not a figure such as " + form};
        const double expected = value(measured);
        return std::abs(*given - expected) <= tolerance * std::abs(expected) ? "" : how;
    };
}

std::string fault_of_fastest(const std::string& text, Measured& measured) {
    const CompareRow* const chosen = measured.team.find(text);
    if (!chosen) throw Unreadable{quoted_part(text) + " is not a row of the table with the larger team"};
    measured.fastest = chosen;
    if (!chosen->is_right) return "the verdict of this row is not right, so its time is that of another computation";
    for (const CompareRow& other : measured.team.rows) {
        // Rows whose times overlap are equally fast.
        const double most = other.seconds * (1 + other.spread);
        const double least = chosen->seconds * (1 - chosen->spread);
        if (other.is_right && most < least) return "another right row has a shorter median time";
    }
    return {};
}

std::string fault_of_limit(const std::string& text, Measured& measured) {
    // Between these shares, the report's reason decides, which no program can judge.
    constexpr double certainly_reading = 0.9;
    constexpr double certainly_the_loop = 0.5;
    const double share = measured.fastest->share_of_read_speed.value_or(0);
    if (text != "reading" && text != "the loop")
        throw Unreadable{quoted_part(text) + " is not one of reading, the loop"};
    if (text == "reading" && share < certainly_the_loop) {
        return "the row takes more than twice as long as reading both arrays, so a better loop could be faster";
    }
    if (text == "the loop" && share > certainly_reading) {
        return "the row takes hardly longer than reading both arrays, so no other loop can be much faster";
    }
    return {};
}

std::string fault_of_text(const std::string& text, Measured&) {
    constexpr std::size_t fewest_words = 3;
    return words_of(text).size() < fewest_words ? "say it in at least three words" : "";
}

// A sum as compare prints it: "-36", "3.6e+08", "inf".
double number_of(const std::string& sum) {
    double number = 0;
    const char* const end = sum.data() + sum.size();
    const auto [read_to, error] = std::from_chars(sum.data(), end, number);
    if (error != std::errc{} || read_to != end) throw Unreadable{"the sum " + quoted_part(sum) + " is not a number"};
    return number;
}

// The result is that of one run. If others were wrong, only wrong answers count, as far as the table names one.
std::string fault_of_kept(const std::string& text, Measured& measured) {
    const auto given = figure_in(text, Unit::share);
    if (!given) throw Unreadable{quoted_part(text) + " is not a figure such as 50%"};
    const CompareRow& row = *measured.team.find(racy_row);
    std::vector<std::string> answers = row.wrong_answers;
    if (row.is_right || row.result != measured.team.right_answer || answers.empty()) answers.push_back(row.result);
    const double right = number_of(measured.team.right_answer);
    const bool agrees_with_one = std::any_of(answers.begin(), answers.end(), [&](const std::string& answer) {
        const double kept = number_of(answer) / right;
        return std::isfinite(kept) && std::abs(*given - kept) <= tolerance * std::abs(kept);
    });
    return agrees_with_one ? "" : "divide the result of this row, or a wrong answer that was seen, by the right answer";
}

struct ReportLine {
    std::string name;
    Check check;
};

// In the order of the starter. The checks after "fastest right row" need that row.
const std::vector<ReportLine> report_lines = {
    {"my arrays", fault_of_text},
    {"elements in each",
     [](const std::string& text, Measured& measured) -> std::string {
         const auto given = figure_in(text, Unit::none);
         if (!given) throw Unreadable{quoted_part(text) + " is not a number of elements such as 1,000,000"};
         return *given == static_cast<double>(measured.team.elements) ? ""
                                                                      : "the tables have another number of elements";
     }},
    {"element type",
     [](const std::string& text, Measured& measured) -> std::string {
         return text == measured.team.type ? "" : "the tables have another element type";
     }},
    {"bytes of both",
     agrees(Unit::bytes, "160 MB", "two arrays have twice the elements, and an element's type says its bytes",
            [](const Measured& m) { return 2 * m.team.bytes_of_an_array(); })},
    {"fastest right row", fault_of_fastest},
    {"its median time",
     agrees(Unit::seconds, "12.3 ms", "the row has another median time in the table with the larger team",
            [](const Measured& m) { return m.fastest->seconds; })},
    {"times as fast as " + first_row,
     agrees(Unit::ratio, "3.9", "the column 'speed' says how many times as fast as the first row a row is",
            [](const Measured& m) { return m.fastest->speed; })},
    {"times as fast as with one thread",
     agrees(Unit::ratio, "1.8",
            "divide the time of this row in the table with one thread by its time in the other table",
            [](const Measured& m) { return m.one_thread.find(m.fastest->variant)->seconds / m.fastest->seconds; })},
    {"speed", agrees(Unit::bytes_per_second, "12.3 GB/s", "divide the bytes of both arrays by the median time",
                     [](const Measured& m) { return 2 * m.team.bytes_of_an_array() / m.fastest->seconds; })},
    {"share of the read speed", agrees(Unit::share, "79%", "the row has another share in the column 'of read speed'",
                                       [](const Measured& m) { return m.fastest->share_of_read_speed.value_or(0); })},
    {"peak heap of " + first_row + ", in arrays",
     agrees(Unit::ratio, "2.0", "divide the peak heap of this row by the bytes of one array",
            [](const Measured& m) {
                const auto peak = m.team.find(first_row)->peak_heap;
                if (!peak) throw Unreadable{"the table does not contain the peak heap of " + first_row};
                return *peak / m.team.bytes_of_an_array();
            })},
    {"kept by " + racy_row, fault_of_kept},
    {"limited by", fault_of_limit},
    {"why", fault_of_text},
};

struct GivenLine {
    std::size_t number;
    std::string text;
};

// The report's lines by their names.
std::map<std::string, GivenLine> given_lines(const std::vector<AnswerLine>& lines) {
    std::map<std::string, GivenLine> given;
    for (const AnswerLine& line : lines) {
        for (const ReportLine& known : report_lines) {
            if (!line.text.starts_with(known.name + ":")) continue;
            const std::vector<std::string> words = words_of(std::string_view{line.text}.substr(known.name.size() + 1));
            std::string text;
            for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
            if (!given.try_emplace(known.name, GivenLine{line.number, text}).second) {
                throw Unreadable{"line " + std::to_string(line.number) + ": there is another line '" + known.name +
                                 "'"};
            }
        }
    }
    return given;
}

std::string at_line(std::size_t number) { return "line " + std::to_string(number) + ": "; }

// What of a table does not agree with itself. The speed of a row follows from its time.
std::optional<Fault> fault_of_table(const CompareTable& table) {
    for (const CompareRow& row : table.rows) {
        if (!row.bytes_per_second) continue;
        const double computed = 2 * table.bytes_of_an_array() / row.seconds;
        if (std::abs(computed - *row.bytes_per_second) <= tolerance * computed) continue;
        return Fault{VerdictCode::wrong, at_line(row.line) + "the time and the GB/s of " + row.variant +
                                             " do not agree, so this is not what compare printed. Measure again."};
    }
    return std::nullopt;
}

// The table with one thread, and that with the most.
Measured measured_in(const std::vector<CompareTable>& tables) {
    const std::string command = "; compare A.npy B.npy prints it";
    if (tables.size() != 2) {
        throw Unreadable{"there must be two tables of compare, one with --threads 1 and one with more; there are " +
                         std::to_string(tables.size())};
    }
    const bool is_ordered = tables[0].threads < tables[1].threads;
    const Measured measured{.one_thread = tables[is_ordered ? 0 : 1], .team = tables[is_ordered ? 1 : 0]};
    if (measured.one_thread.threads != 1 || measured.team.threads == 1) {
        throw Unreadable{"one table must have 1 thread, and the other one more; they have " +
                         std::to_string(tables[0].threads) + " and " + std::to_string(tables[1].threads)};
    }
    for (const CompareTable& table : tables) {
        if (!table.is_of_files) {
            throw Unreadable{at_line(table.line) + "this table is not of arrays of your own" + command};
        }
        for (const std::string& name : {first_row, racy_row}) {
            if (!table.find(name)) throw Unreadable{at_line(table.line) + "this table has no row " + name + command};
        }
    }
    if (tables[0].elements != tables[1].elements || tables[0].type != tables[1].type ||
        tables[0].right_answer != tables[1].right_answer) {
        throw Unreadable{"the two tables are of different arrays"};
    }
    for (const CompareRow& row : measured.team.rows) {
        if (measured.one_thread.find(row.variant)) continue;
        throw Unreadable{at_line(row.line) + "the table with one thread has no row " + row.variant};
    }
    const double right = number_of(measured.team.right_answer);
    if (right == 0 || !std::isfinite(right)) {
        throw Unreadable{"the right answer is " + measured.team.right_answer +
                         ", which proves little; choose other arrays"};
    }
    return measured;
}

std::optional<Fault> fault_of_report(const std::vector<AnswerLine>& lines) {
    const std::map<std::string, GivenLine> given = given_lines(lines);
    for (const ReportLine& line : report_lines) {
        const auto found = given.find(line.name);
        if (found == given.end()) throw Unreadable{"there is no line '" + line.name + ": …'"};
        if (found->second.text.empty() || found->second.text == "?") {
            return Fault{VerdictCode::wrong, at_line(found->second.number) + "'" + line.name + "' is still open"};
        }
    }
    const std::vector<CompareTable> tables = compare_tables(lines);
    Measured measured = measured_in(tables);
    for (const CompareTable& table : tables) {
        if (auto fault = fault_of_table(table)) return fault;
    }
    std::size_t right = 0;
    std::string first_mistake;
    for (const ReportLine& line : report_lines) {
        const GivenLine& answer = given.at(line.name);
        const std::string where = at_line(answer.number) + "'" + line.name + "': ";
        std::string mistake;
        try {
            mistake = line.check(answer.text, measured);
        } catch (const Unreadable& unreadable) {
            throw Unreadable{where + unreadable.reason};
        }
        if (mistake.empty()) ++right;
        if (!mistake.empty() && first_mistake.empty()) first_mistake = where + mistake + '.';
    }
    if (first_mistake.empty()) return std::nullopt;
    return Fault{VerdictCode::wrong, std::to_string(right) + " of " + std::to_string(report_lines.size()) +
                                         " lines are right. For example, " + first_mistake};
}

}  // namespace

std::optional<Fault> fault_of(const ReportTask&, const std::vector<AnswerLine>& lines) {
    try {
        return fault_of_report(lines);
    } catch (const Unreadable& unreadable) {
        return Fault{VerdictCode::refused, unreadable.reason};
    } catch (const TableError& error) {
        return Fault{VerdictCode::refused, at_line(error.line) + error.reason};
    }
}

}  // namespace reductions
