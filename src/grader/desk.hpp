// The student's desk: a folder outside the checkout that contains the student's files and progress.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grader/grade.hpp"

namespace reductions {

// What the student expects of a program that has not run yet.
struct Prediction {
    std::string choice;  // its text, which stays what it is if the exercise's choices change
    std::string reason;  // in the student's own words

    bool operator==(const Prediction&) const = default;
};

// What the desk remembers of an exercise.
struct ExerciseProgress {
    std::size_t hints = 0;                      // how many were shown
    double points = 0;                          // of the best check
    bool passed = false;                        // whether all criteria of a check have passed
    std::optional<Prediction> prediction = {};  // the first one
};

struct DeskState {
    std::string current;  // the exercise on which the student works
    std::map<std::string, ExerciseProgress> exercises = {};

    ExerciseProgress progress_of(const std::string& exercise) const;
};

class Desk {
public:
    // Changes nothing yet. `course` is the folder of the exercises in the checkout.
    Desk(const std::filesystem::path& folder, std::filesystem::path course);

    const std::filesystem::path& folder() const { return folder_; }

    // The project's folder, to which src/course/ belongs.
    std::filesystem::path checkout() const { return course_.parent_path().parent_path(); }

    // The exercise's folder in the checkout.
    std::filesystem::path exercise_folder(const std::string& exercise) const { return course_ / exercise; }

    // The exercises in the order in which they are taught.
    const std::vector<std::string>& exercises() const { return exercises_; }

    // The exercise with this name or number; 7, 07 and 07-once-per-thread/ are the same, and so are 2a and 02a.
    std::optional<std::string> find(std::string text) const;

    // The exercise that follows, if there is one.
    std::optional<std::string> after(const std::string& exercise) const;

    // Whether start() has made this folder a desk.
    bool is_started() const;

    // Makes the folder a desk, or brings one up to date: adds missing exercises, and writes exercise.md and the
    // Makefile again. Keeps the student's files. The Makefile calls `program`. Returns how many exercises are new.
    // Throws std::runtime_error if the folder has a Makefile of another project.
    std::size_t start(const std::filesystem::path& program);

    // The student's file: sum.cpp, or answer.txt if the answer is a text.
    std::filesystem::path file(const std::string& exercise) const;
    // The same below the student's folder, as messages call it: "07-once-per-thread/sum.cpp".
    std::string file_name(const std::string& exercise) const;
    bool is_starter(const std::string& exercise) const;

    // Writes exercise.md, and the starter unless the student's file exists. Returns whether it wrote the starter.
    bool lay_out(const std::string& exercise) const;

    // Writes the starter. If the student's file has another text, keeps it as a numbered copy and returns the copy's
    // path.
    std::optional<std::filesystem::path> reset(const std::string& exercise) const;

    // The hints, from the first one to the one that is nearly the answer.
    std::vector<std::string> hints(const std::string& exercise) const;

    // The suite's files that the description tells the student to read.
    std::vector<std::filesystem::path> samples(const std::string& exercise) const;

    // What the exercise asks the student to predict. Not every exercise does.
    std::filesystem::path prediction_file(const std::string& exercise) const;
    bool has_prediction_task(const std::string& exercise) const;

    // The state on the disk. Whatever cannot be understood in it counts as absent.
    DeskState state() const;

    // Changes the state on the disk. Another program that changes it at the same time waits.
    void change_state(const std::function<void(DeskState&)>& change) const;

    // Remembers the grade if it is the best one so far.
    void record(const Grade& grade) const;

    // Remembers the prediction unless there is one, and returns the one that is remembered.
    Prediction record_prediction(const std::string& exercise, const Prediction& prediction) const;

    // Where the state is kept.
    std::filesystem::path state_file() const { return folder_ / "progress.json"; }

    // If the state's file is damaged, gives it a numbered name and returns that.
    std::optional<std::filesystem::path> set_damaged_state_aside() const;

private:
    std::filesystem::path starter(const std::string& exercise) const;

    std::filesystem::path folder_;
    std::filesystem::path course_;
    std::vector<std::string> exercises_;
};

// Whether every criterion has passed, or could not be measured here.
bool all_passed(const Grade& grade);

}  // namespace reductions
