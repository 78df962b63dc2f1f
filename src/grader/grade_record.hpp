// Grades on disk, so that the grading of a class can be continued after an interruption.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "grader/grade.hpp"

namespace reductions {

// The seed of an earlier run's record, if there is one.
std::optional<std::uint64_t> seed_of_record(const std::filesystem::path& path);

class GradeRecord {
public:
    // Reads what an earlier run has recorded. `conditions` must be the same for its grades to count: the exercise and
    // the level, for example. A record with another seed or other conditions is replaced. Lines that an interruption
    // cut off are left out. Throws std::system_error if the file cannot be written.
    GradeRecord(std::filesystem::path path, std::uint64_t seed, const std::string& conditions);

    // The grade of a submission with this name and this text, if there is one.
    std::optional<Grade> find(const std::string& name, const std::string& text) const;

    // Appends a grade. It survives the end of this program.
    void add(const std::string& text, const Grade& grade);

    // Removes a record when all its grades have been reported.
    static void remove(const std::filesystem::path& path);

private:
    std::filesystem::path path_;
    std::map<std::string, Grade> grades_;
};

}  // namespace reductions
