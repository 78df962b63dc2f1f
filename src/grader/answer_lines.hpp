// The text of an answer, for exercises whose answer is a text instead of a program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

// A line that says something. The student's editor counts from 1, and counts all lines.
struct AnswerLine {
    std::size_t number;
    std::string text;  // without spaces at its ends
};

// Empty lines and comments, which begin with #, are left out. Any system's ends of lines are accepted.
std::vector<AnswerLine> answer_lines(std::string_view text);

// The words of a text, without the spaces between them.
std::vector<std::string> words_of(std::string_view text);

// A part of the answer in quotation marks, for a message. Long ones are cut.
std::string quoted_part(std::string_view text);

}  // namespace reductions
