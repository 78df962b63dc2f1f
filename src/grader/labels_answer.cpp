#include "grader/labels_answer.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace reductions {
namespace {

struct GivenLabel {
    ProgramLabel label;
    std::size_t line;  // 0 if the label needs none
};

// A line that cannot be read as a label.
struct Unreadable {
    std::string reason;
};

Fault refused_labels(const std::string& reason) {
    return {VerdictCode::refused,
            reason +
                "; expected a line for each program, such as '1 racy 12' with a line of the race, '2 lossy' or "
                "'3 right'"};
}

std::optional<std::size_t> number_in(std::string_view word) {
    std::size_t number = 0;
    const char* const end = word.data() + word.size();
    const auto [read_to, error] = std::from_chars(word.data(), end, number);
    return error == std::errc{} && read_to == end ? std::optional{number} : std::nullopt;
}

// The program's number and its label.
std::pair<std::size_t, GivenLabel> given_label(const std::string& text, std::size_t programs) {
    const std::vector<std::string> words = words_of(text);
    const auto program = number_in(words.front());
    if (!program || *program < 1 || *program > programs) {
        throw Unreadable{quoted_part(words.front()) + " is not the number of a program, 1 to " +
                         std::to_string(programs)};
    }
    const auto label = words.size() > 1 ? program_label(words[1]) : std::nullopt;
    if (!label) {
        throw Unreadable{words.size() > 1 ? quoted_part(words[1]) + " is not one of racy, lossy, right"
                                          : "it has no label"};
    }
    const bool needs_line = *label == ProgramLabel::racy;
    if (words.size() > (needs_line ? 3U : 2U)) {
        throw Unreadable{"nothing may follow " + quoted_part(words[needs_line ? 2 : 1])};
    }
    const auto line = words.size() > 2 ? number_in(words[2]) : std::nullopt;
    if (needs_line && !line) {
        throw Unreadable{words.size() > 2 ? quoted_part(words[2]) + " is not the number of a line"
                                          : "a racy program needs the number of a line"};
    }
    return {*program, {*label, line.value_or(0)}};
}

// Why this label is wrong; empty if it is right.
std::string mistake_in(const LabelledProgram& program, const GivenLabel& given) {
    if (given.label != program.label) return "has another label. " + program.hint;
    const auto& lines = program.racing_lines;
    if (given.label != ProgramLabel::racy || std::find(lines.begin(), lines.end(), given.line) != lines.end())
        return {};
    return "is racy, but line " + std::to_string(given.line) + " is none of the accesses that race. " + program.hint;
}

}  // namespace

std::optional<ProgramLabel> program_label(const std::string& text) {
    if (text == "racy") return ProgramLabel::racy;
    if (text == "lossy") return ProgramLabel::lossy;
    if (text == "right") return ProgramLabel::right;
    return std::nullopt;
}

std::optional<Fault> fault_of(const LabelsTask& task, const std::vector<AnswerLine>& lines) {
    const std::size_t count = task.programs.size();
    std::vector<std::optional<GivenLabel>> labels(count);
    for (const AnswerLine& line : lines) {
        const std::string where = "line " + std::to_string(line.number) + ": ";
        try {
            const auto [program, label] = given_label(line.text, count);
            if (labels[program - 1]) throw Unreadable{"program " + std::to_string(program) + " has a label already"};
            labels[program - 1] = label;
        } catch (const Unreadable& unreadable) {
            return refused_labels(where + unreadable.reason);
        }
    }
    std::size_t right = 0;
    std::string first_mistake;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = "program " + std::to_string(i + 1) + ' ';
        if (!labels[i]) return refused_labels(name + "has no label");
        const std::string mistake = mistake_in(task.programs[i], *labels[i]);
        if (mistake.empty()) ++right;
        if (!mistake.empty() && first_mistake.empty()) first_mistake = name + mistake;
    }
    if (right == count) return std::nullopt;
    return Fault{VerdictCode::wrong,
                 std::to_string(right) + " of " + std::to_string(count) + " are right. For example, " + first_mistake};
}

}  // namespace reductions
