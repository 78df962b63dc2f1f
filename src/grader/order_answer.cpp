#include "grader/order_answer.hpp"

#include <algorithm>
#include <utility>

namespace reductions {
namespace {

// The letters in the student's order, or why the answer cannot be read.
struct GivenOrder {
    std::string letters = {};
    std::optional<Fault> fault = {};
};

Fault wrong_order(std::string message) { return {VerdictCode::wrong, std::move(message)}; }

// With one space between two words, so that the student may indent the program.
std::string evenly_spaced(std::string_view text) {
    std::string even;
    for (const std::string& word : words_of(text)) even += (even.empty() ? "" : " ") + word;
    return even;
}

std::string line_in_words(const OrderTask& task, char letter) {
    return std::string{letter} + " (" + task.lines.at(letter) + ")";
}

GivenOrder given_order(const OrderTask& task, const std::vector<AnswerLine>& lines) {
    const auto refused = [](const std::string& reason) {
        return GivenOrder{.fault = Fault{VerdictCode::refused,
                                         reason + "; expected lines of the exercise in the program's order. Each "
                                                  "begins with its letter, and nothing else in it is changed"}};
    };
    if (lines.empty()) return refused("the file contains no line of the program");
    GivenOrder given;
    for (const AnswerLine& line : lines) {
        const std::string where = "line " + std::to_string(line.number) + ": ";
        const char letter = line.text.front();
        const auto known = task.lines.find(letter);
        const std::string rest = line.text.substr(1);
        if (known == task.lines.end() || words_of(line.text).front().size() != 1) {
            return refused(where + quoted_part(line.text) + " does not begin with the letter of a line");
        }
        if (!rest.empty() && evenly_spaced(rest) != evenly_spaced(known->second)) {
            return refused(where + "what follows " + letter + " is not its text, " + quoted_part(known->second));
        }
        if (given.letters.find(letter) != std::string::npos) return refused(where + letter + " is there twice");
        given.letters += letter;
    }
    return given;
}

// The letter of the line that belongs in the program: its own, unless the line is a distractor.
char place_of_line(const OrderTask& task, char letter) {
    const auto distractor = task.distractors.find(letter);
    return distractor == task.distractors.end() ? letter : distractor->second.instead_of;
}

// The answer must not contain both a line and its distractor.
std::optional<Fault> fault_of_choices(const OrderTask& task, const std::string& letters) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        for (std::size_t j = i + 1; j < letters.size(); ++j) {
            if (place_of_line(task, letters[i]) != place_of_line(task, letters[j])) continue;
            return wrong_order("only one of these belongs in the program: " + line_in_words(task, letters[i]) +
                               " and " + line_in_words(task, letters[j]));
        }
    }
    for (const char letter : letters) {
        const auto distractor = task.distractors.find(letter);
        if (distractor == task.distractors.end()) continue;
        return wrong_order(line_in_words(task, letter) + " does not belong in the program. " + distractor->second.why);
    }
    return std::nullopt;
}

// The rule that the line at this place breaks, with the lines that come before it.
const OrderRule* broken_rule(const OrderTask& task, const std::string& letters, std::size_t place) {
    const auto found = std::find_if(task.rules.begin(), task.rules.end(), [&](const OrderRule& rule) {
        const auto first = letters.find(rule.first);
        if (letters[place] == rule.then) return first != std::string::npos && first > place;
        return rule.directly && first != std::string::npos && first + 1 == place;
    });
    return found == task.rules.end() ? nullptr : &*found;
}

std::optional<Fault> fault_of_order(const OrderTask& task, const std::string& letters) {
    for (std::size_t place = 0; place < letters.size(); ++place) {
        const OrderRule* const rule = broken_rule(task, letters, place);
        if (!rule) continue;
        return wrong_order("the first line that is out of place is number " + std::to_string(place + 1) +
                           " of yours, " + line_in_words(task, letters[place]) + ". " + rule->why);
    }
    return std::nullopt;
}

std::optional<Fault> fault_of_missing_lines(const OrderTask& task, const std::string& letters) {
    for (const auto& [letter, text] : task.lines) {
        if (task.distractors.contains(letter) || letters.find(letter) != std::string::npos) continue;
        std::string choices;
        for (const auto& [other, distractor] : task.distractors) {
            if (distractor.instead_of == letter) choices += " or " + line_in_words(task, other);
        }
        return wrong_order("the program is not complete; it still needs " + line_in_words(task, letter) + choices);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Fault> fault_of(const OrderTask& task, const std::vector<AnswerLine>& lines) {
    const GivenOrder given = given_order(task, lines);
    if (given.fault) return given.fault;
    if (auto fault = fault_of_choices(task, given.letters)) return fault;
    if (auto fault = fault_of_order(task, given.letters)) return fault;
    return fault_of_missing_lines(task, given.letters);
}

}  // namespace reductions
