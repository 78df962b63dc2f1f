// What all reports of a grade have in common: its words, its figures, and text that is safe to put into a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grader/grade.hpp"

namespace reductions {

// The most bytes of one text in a report. A submission can cause longer ones, such as a compiler's error.
inline constexpr std::size_t longest_report_text = 4000;

// The text as printable() shows it, except that its line breaks stay. It is valid UTF-8 even if the text is not. Longer
// text is cut between two characters and ends with " …".
std::string report_text(std::string_view text);

// The same in one line: line breaks are escaped too.
std::string report_line(std::string_view text);

// A number of points or seconds in its shortest form: "4", "2.5". The sign of the decimal point does not depend on the
// locale.
std::string number_in_digits(double value);

// What the criterion adds to the grade's points: nothing without the right answer.
double earned_points(const Grade& grade, const Criterion& criterion);

// Whether it passed, or could not be measured here, which costs no points. For formats that have two states.
bool counts_as_passed(const Criterion& criterion);

// "passed", "failed", "failed: race", "not judged" or "not measured".
std::string state_in_words(const Criterion& criterion);

// "passed", a verdict's code such as "race", or "not judged" if nothing failed but something was not judged.
std::string verdict_in_words(const Grade& grade);

// The criterion's message as report_text(). If it has none and did not pass, a sentence about its state.
std::string message_in_words(const Criterion& criterion);

// The same, with a sentence if the criterion passed and the verdict takes its points.
std::string message_with_points(const Grade& grade, const Criterion& criterion);

std::string title_in_words(const Grade& grade);     // "04-shared-total: alice.cpp"
std::string total_in_words(const Grade& grade);     // "Total: 4 of 9 points. Verdict: race"
std::string settings_in_words(const Grade& grade);  // "Graded in 3.12 s, seed 42, sandbox level A: ..."

}  // namespace reductions
