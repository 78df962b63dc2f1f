// Grades on a terminal.
#include "grader/grade_report.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "arrays/utf8.hpp"
#include "grader/grade_words.hpp"
#include "report/format.hpp"
#include "report/table.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t screen_height = 23;  // a terminal has 24 lines, and the prompt takes one
constexpr std::size_t indentation = 4;     // of a table's notes
constexpr std::size_t most_lines = 3;      // of the title, and of the settings
constexpr std::size_t longest_name = 40;   // columns of a submission's name in the table of a class

// Removes the first characters from the text, which must be valid UTF-8, and returns them.
std::string take_columns(std::string_view& text, std::size_t columns) {
    const std::string_view rest = text;
    while (columns-- > 0 && !text.empty()) take_character(text);
    return std::string{rest.substr(0, rest.size() - text.size())};
}

// The text in lines of at most `width` columns. Unlike wrapped(), this breaks a word that is wider: a submission can
// cause a word of thousands of letters.
Lines folded(std::string_view text, std::size_t width) {
    Lines lines;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        for (const std::string& line : wrapped(text.substr(0, end), width)) {
            std::string_view rest = line;
            do lines.push_back(take_columns(rest, std::max<std::size_t>(width, 1)));
            while (!rest.empty());
        }
        if (end == text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

// The first lines, with a mark at the end if that is not all of them.
Lines first_lines(Lines lines, std::size_t count, std::size_t width) {
    if (count >= lines.size()) return lines;
    lines.resize(count);
    std::string_view last = lines.back();
    lines.back() = take_columns(last, std::max<std::size_t>(width, 3) - 2) + " …";
    return lines;
}

// Shares the lines of a screen among messages that need so many lines each. Each gets at least one.
std::vector<std::size_t> shared(std::size_t lines, const std::vector<std::size_t>& needs) {
    std::vector<std::size_t> shares(needs.size(), 0);
    bool first = true;
    for (bool given = true; given;) {
        given = false;
        for (std::size_t i = 0; i < needs.size(); ++i) {
            if (shares[i] == needs[i] || (lines == 0 && !first)) continue;
            ++shares[i];
            lines -= std::min<std::size_t>(lines, 1);
            given = true;
        }
        first = false;
    }
    return shares;
}

Colour colour_of(const Criterion& criterion) {
    switch (criterion.state) {
        case Criterion::State::passed:
            return Colour::good;
        case Criterion::State::failed:
            return Colour::bad;
        case Criterion::State::not_judged:
        case Criterion::State::not_measured:
            break;
    }
    return Colour::faint;
}

std::string points_in_words(double points, double most) {
    return number_in_digits(points) + " of " + number_in_digits(most);
}

void print_lines(std::ostream& out, const Lines& lines) {
    for (const std::string& line : lines) out << line << '\n';
}

// The middle of a long name is left out: names often differ at their beginning or at their end.
std::string shortened(const std::string& name) {
    if (width_of(name) <= longest_name) return name;
    std::string_view rest = name;
    const std::string begin = take_columns(rest, longest_name / 2 - 1);
    take_columns(rest, width_of(rest) - (longest_name / 2));
    return begin + "…" + std::string{rest};
}

// What the table of a class calls the submissions: shortened, unless two names become the same.
Lines names_in_table(std::span<const Grade> grades) {
    std::map<std::string, std::size_t> counts;
    for (const Grade& grade : grades) ++counts[shortened(report_line(grade.submission))];
    Lines names;
    for (const Grade& grade : grades) {
        const std::string whole = report_line(grade.submission);
        const std::string name = shortened(whole);
        names.push_back(counts[name] > 1 ? whole : name);
    }
    return names;
}

}  // namespace

void print_grade(std::ostream& out, const Grade& grade, const Terminal& terminal) {
    const std::size_t width = terminal.width;
    const std::size_t room = width - std::min(width, indentation);
    const Lines title = first_lines(folded(title_in_words(grade), width), most_lines, width);
    Lines end = folded(total_in_words(grade), width);
    const Lines settings = first_lines(folded(settings_in_words(grade), width), most_lines, width);
    end.insert(end.end(), settings.begin(), settings.end());

    std::vector<Lines> messages;
    std::vector<std::size_t> needs;
    for (const Criterion& criterion : grade.criteria) {
        const std::string message = message_in_words(criterion);
        messages.push_back(message.empty() ? Lines{} : folded(message, room));
        needs.push_back(messages.back().size());
    }
    const std::size_t others = title.size() + 1 + grade.criteria.size() + end.size();
    const auto shares = shared(screen_height - std::min(screen_height, others), needs);

    Table table{{{"criterion", Align::left}, {"points"}, {"result", Align::left}}};
    for (std::size_t i = 0; i < grade.criteria.size(); ++i) {
        const Criterion& criterion = grade.criteria[i];
        const bool is_worthless = counts_as_passed(criterion) && !grade.has_right_answer();
        const std::string state = state_in_words(criterion) + (is_worthless ? ", without points" : "");
        TableRow row{.cells = {{report_line(criterion.name)},
                               {points_in_words(earned_points(grade, criterion), criterion.most_points)},
                               {state, is_worthless ? Colour::none : colour_of(criterion)}}};
        for (std::string& line : first_lines(messages[i], shares[i], room)) row.notes.push_back({std::move(line)});
        table.add(std::move(row));
    }
    print_lines(out, title);
    table.print(out, terminal);
    print_lines(out, end);
}

void print_grades(std::ostream& out, std::span<const Grade> grades, const Terminal& terminal) {
    std::set<std::uint64_t> seeds;
    std::set<std::string> levels;
    std::size_t passed = 0;
    for (const Grade& grade : grades) {
        seeds.insert(grade.seed);
        levels.insert(report_line(grade.level));
        if (verdict_in_words(grade) == "passed") ++passed;
    }
    std::vector<Column> columns = {{"submission", Align::left}, {"exercise", Align::left}, {"points"}};
    if (seeds.size() > 1) columns.push_back({"seed"});
    columns.push_back({"verdict", Align::left});
    Table table{columns};
    const Lines names = names_in_table(grades);
    for (std::size_t i = 0; i < grades.size(); ++i) {
        const Grade& grade = grades[i];
        const std::string verdict = verdict_in_words(grade);
        TableRow row{.cells = {{names[i]},
                               {report_line(grade.exercise)},
                               {points_in_words(grade.points(), grade.most_points())}}};
        if (seeds.size() > 1) row.cells.push_back({std::to_string(grade.seed)});
        row.cells.push_back({verdict, verdict == "passed" ? Colour::good : Colour::bad});
        table.add(std::move(row));
    }
    table.print(out, terminal);
    print_lines(out, folded(format_count(passed) + " of " + format_count(grades.size()) + " passed", terminal.width));
    if (seeds.size() == 1) print_lines(out, folded("Seed " + std::to_string(*seeds.begin()), terminal.width));
    for (const std::string& level : levels) print_lines(out, folded("Sandbox level " + level, terminal.width));
}

}  // namespace reductions
