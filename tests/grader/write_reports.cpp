// Writes reports of grades with hostile texts for formats_test.py:   write_reports FOLDER
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

#include "grader/classroom_report.hpp"
#include "grader/grades_table.hpp"
#include "grader/gradescope_report.hpp"
#include "grader/hostile_grades.hpp"
#include "grader/junit_report.hpp"
#include "report/output_file.hpp"

int main(int count, char** arguments) {
    using namespace reductions;
    if (count != 2) {
        std::cerr << "write_reports needs one argument, a folder\n";
        return 2;
    }
    try {
        const std::filesystem::path folder = arguments[1];
        std::filesystem::create_directories(folder);
        const std::vector<Grade> grades = hostile_grades();
        write_file(folder / "junit.xml", junit_report(grades));
        write_file(folder / "grades.csv", grades_table(grades));
        for (std::size_t i = 0; i < grades.size(); ++i) {
            const std::string number = std::to_string(i);
            write_file(folder / ("gradescope-" + number + ".json"), gradescope_report(grades[i]));
            write_file(folder / ("classroom-" + number + ".txt"), classroom_report(grades[i]));
        }
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
