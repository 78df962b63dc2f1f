// Grades many submissions to one exercise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "grader/grade.hpp"
#include "grader/grade_record.hpp"
#include "grader/grading.hpp"

namespace reductions {

struct Submission {
    std::filesystem::path path;
    std::string name;  // what reports call it; printable characters only, and no other submission has it
};

// The submissions that these paths name: files, and in folders all files whose names end with the extension, .cpp or
// .txt, also in capital letters, and also in their sub-folders. Each is called by its path from the folder that
// contains all that the paths name: in a class, every student's file may have the same name. A file that is named twice
// counts once. Throws std::runtime_error if a path does not exist or a folder contains no such file.
std::vector<Submission> submissions_in(const std::vector<std::string>& paths, const std::string& extension);

// A seed that nobody can guess, small enough for a spreadsheet.
std::uint64_t random_seed();

// Grades all submissions, in the order in which they stand. As many as there are `jobs` are judged at the same time,
// and then their times are measured one after the other. `record` may be null; `progress` hears how many are done.
std::vector<Grade> grade_class(const GradingTools& tools, const std::vector<Submission>& submissions,
                               std::uint64_t seed, std::size_t jobs, GradeRecord* record,
                               const std::function<void(std::size_t done)>& progress);

}  // namespace reductions
