#include "grader/prediction.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

#include "arrays/printable.hpp"
#include "report/wrapping.hpp"

namespace reductions {
namespace {

constexpr std::size_t widest = 80;
constexpr std::string_view between_parts = "---";
constexpr std::string_view false_choice = "- [ ]";
constexpr std::string_view true_choice = "- [x]";

struct NumberedLine {
    std::size_t number;
    std::string text;
};
using NumberedLines = std::vector<NumberedLine>;

[[noreturn]] void refuse(const std::string& reason) { throw std::runtime_error{reason}; }

[[noreturn]] void refuse(const NumberedLine& line, const std::string& reason) {
    refuse("line " + std::to_string(line.number) + " " + reason);
}

std::string without_spaces_at_the_ends(const std::string& text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// The lines of the three parts. The text goes to a terminal as it is, so it may not contain what a terminal obeys.
std::vector<NumberedLines> parts_of(std::string_view text) {
    std::vector<NumberedLines> parts(1);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const NumberedLine line{number, std::string{text.substr(0, length)}};
        text.remove_prefix(std::min(length + 1, text.size()));
        if (printable(line.text) != line.text) {
            refuse(line, "contains a tab, a control character, or bytes that are not UTF-8");
        }
        if (const std::size_t width = width_of(line.text); width > widest) {
            refuse(line, "has " + std::to_string(width) + " columns; at most " + std::to_string(widest) +
                             " are accepted");
        }
        if (line.text == between_parts) {
            parts.emplace_back();
        } else {
            parts.back().push_back(line);
        }
    }
    if (parts.size() != 3) {
        refuse("it has " + std::to_string(parts.size()) +
               (parts.size() == 1 ? " part" : " parts") + "; question, commands and meaning are expected, with '---' lines between them");
    }
    return parts;
}

// Without empty lines at both ends.
std::string paragraphs(NumberedLines::const_iterator begin, NumberedLines::const_iterator end) {
    const auto is_empty = [](const NumberedLine& line) { return without_spaces_at_the_ends(line.text).empty(); };
    begin = std::find_if_not(begin, end, is_empty);
    while (begin != end && is_empty(*std::prev(end))) --end;
    std::string text;
    for (; begin != end; ++begin) text += begin->text + '\n';
    return text;
}

bool looks_like_a_choice(const NumberedLine& line) { return line.text.starts_with("- ["); }

void add_choices(PredictionTask& task, NumberedLines::const_iterator begin, NumberedLines::const_iterator end) {
    std::size_t true_choices = 0;
    for (auto line = begin; line != end; ++line) {
        const std::string text = without_spaces_at_the_ends(line->text);
        if (text.empty()) continue;
        if (line->text.starts_with(false_choice) || line->text.starts_with(true_choice)) {
            if (line->text.starts_with(true_choice)) {
                task.expected = task.choices.size();
                ++true_choices;
            }
            static_assert(false_choice.size() == true_choice.size());
            const std::string rest = line->text.substr(true_choice.size());
            if (without_spaces_at_the_ends(rest).empty()) refuse(*line, "is a choice without a text");
            if (rest.front() != ' ') refuse(*line, "has no space after the brackets");
            task.choices.push_back(without_spaces_at_the_ends(rest));
        } else if (looks_like_a_choice(*line)) {
            refuse(*line, "begins neither with '- [ ] ' nor with '- [x] '");
        } else if (line->text.starts_with("  ")) {
            task.choices.back() += ' ' + text;
        } else {
            refuse(*line, "is neither a choice nor indented as the continuation of one");
        }
    }
    if (task.choices.size() < 2) refuse("it has fewer than two choices");
    if (true_choices != 1) refuse(std::to_string(true_choices) + " choices are marked with [x]; exactly one must be");
    for (auto choice = task.choices.begin(); choice != task.choices.end(); ++choice) {
        if (std::find(task.choices.begin(), choice, *choice) != choice) {
            refuse("the choice '" + *choice + "' is there twice");
        }
    }
}

// A backslash at the end of a line continues it, as in a shell.
void add_commands(PredictionTask& task, const NumberedLines& lines) {
    std::string command;
    for (const NumberedLine& line : lines) {
        command += without_spaces_at_the_ends(line.text);
        if (command.ends_with('\\')) {
            command.back() = ' ';
            command = without_spaces_at_the_ends(command) + ' ';
        } else if (!command.empty()) {
            task.commands.push_back(command);
            command.clear();
        }
    }
    if (!command.empty()) refuse("the last command ends in a backslash");
    if (task.commands.empty()) refuse("there is no command in the second part");
}

}  // namespace

PredictionTask prediction_task_of(std::string_view text) {
    const std::vector<NumberedLines> parts = parts_of(text);
    const auto first_choice = std::find_if(parts[0].begin(), parts[0].end(), looks_like_a_choice);
    PredictionTask task{.question = paragraphs(parts[0].begin(), first_choice),
                        .choices = {},
                        .expected = 0,
                        .commands = {},
                        .meaning = paragraphs(parts[2].begin(), parts[2].end())};
    if (task.question.empty()) refuse("there is no question before the choices");
    add_choices(task, first_choice, parts[0].end());
    add_commands(task, parts[1]);
    if (task.meaning.empty()) refuse("the third part, which says what the result means, is empty");
    return task;
}

PredictionTask read_prediction_task(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file || std::filesystem::is_directory(path)) throw std::runtime_error{"'" + path.string() + "' cannot be read"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    try {
        return prediction_task_of(text);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error{path.string() + ": " + error.what()};
    }
}

}  // namespace reductions
