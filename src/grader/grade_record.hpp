// Grades on disk, so that the grading of a class can be continued after an interruption.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "grader/grade.hpp"

namespace reductions {

class GradeRecord {
public:
    // Reads what an earlier run has recorded. `conditions` is what has to be the same for its grades to count, such as the
    // exercise, the seed and the level; a record made under other conditions is replaced. Lines that an interruption cut
    // off are left out. Throws std::system_error if the file cannot be written.
    GradeRecord(std::filesystem::path path, const std::string& conditions);

    // The grade of a submission with this name and this text, if there is one.
    std::optional<Grade> find(const std::string& name, const std::string& text) const;

    // Appends a grade, and makes sure that it is on the disk.
    void add(const std::string& text, const Grade& grade);

    // Removes the file: all grades have been reported.
    void finish() const;

private:
    std::filesystem::path path_;
    std::map<std::string, Grade> grades_;
};

}  // namespace reductions
