#include "grader/answer_lines.hpp"

#include <algorithm>

namespace reductions {
namespace {

constexpr std::string_view blanks = " \t\v\f";

}  // namespace

std::vector<AnswerLine> answer_lines(std::string_view text) {
    // Some editors write the mark of UTF-8 at the beginning of a file.
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<AnswerLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t length = std::min(text.find_first_of("\r\n"), text.size());
        std::string_view line = text.substr(0, length);
        const bool has_two = text.substr(length).starts_with("\r\n");
        text.remove_prefix(std::min(length + (has_two ? 2 : 1), text.size()));
        line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
        line = line.substr(0, line.find_last_not_of(blanks) + 1);
        if (!line.empty() && line.front() != '#') lines.push_back({number, std::string{line}});
    }
    return lines;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        if (text.empty()) return words;
        const std::size_t length = std::min(text.find_first_of(blanks), text.size());
        words.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
}

std::string quoted_part(std::string_view text) {
    constexpr std::size_t most = 80;
    return "'" + std::string{text.substr(0, most)} + (text.size() > most ? "…" : "") + "'";
}

}  // namespace reductions
