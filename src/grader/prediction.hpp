// What an exercise asks the student to predict before a program runs, from the exercise's prediction.md.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

struct PredictionTask {
    std::string question;               // paragraphs of Markdown
    std::vector<std::string> choices;   // each as one line
    std::size_t expected;               // the index of the choice that is true
    std::vector<std::string> commands;  // lines for the shell; each runs in the checkout
    std::string meaning;                // paragraphs of Markdown
};

// Reads the text of a prediction.md. It has three parts, and a line "---" between two of them: a question with its
// choices, the commands, and what their result means. A choice begins with "- [ ] ", or with "- [x] " if it is the true
// one, and may continue on indented lines. A command may continue after a backslash. Throws std::runtime_error that
// says what is wrong with the text.
PredictionTask prediction_task_of(std::string_view text);

// The same for a file, which the exception names.
PredictionTask read_prediction_task(const std::filesystem::path& path);

}  // namespace reductions
