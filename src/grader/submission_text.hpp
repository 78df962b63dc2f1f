// Submissions as text: what they must not contain, whatever it compiles to.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "grader/fault.hpp"

namespace reductions {

// The text of a submission's file, or why it is none: a folder, a symbolic link, a pipe, more than 256 KiB, zeros in
// it.
struct SubmissionText {
    std::string text = {};
    std::optional<Fault> fault = {};
};
SubmissionText read_submission(const std::filesystem::path& path);

// What a preprocessor must not see: directives that read other files than standard headers, or that claim to be in
// another file.
std::optional<Fault> forbidden_directive(std::string_view text);

// Those lines of a preprocessor's output that come from this file.
std::string lines_of_file(std::string_view preprocessed, std::string_view file);

// The same without spaces, and with whole numbers in decimal: compilers spell LONG_MAX differently. Two texts that
// differ are two programs.
std::string comparable(std::string_view own_lines);

// What a compiler must not see in a submission's own lines: assembler, which no detector can follow, and attributes
// that exclude a function from the detector.
std::optional<Fault> forbidden_word(std::string_view own_lines);

}  // namespace reductions
